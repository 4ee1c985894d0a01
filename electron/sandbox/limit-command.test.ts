import { expect, test } from 'vitest'
import { countsProcessesPerNamespace, limitCommand } from './limit-command.ts'

test('limits processes only where the count is the command’s own', () => {
  const hasLimit = (hasOwnUser: boolean) =>
    limitCommand('true', { platform: 'linux', hasOwnUser }).some((argument) => argument.startsWith('--nproc='))
  expect([hasLimit(true), hasLimit(false)]).toEqual([true, false])
})

test.each(['linux', 'darwin'] as const)('hands the command to a bash without start-up files on %s', (platform) => {
  const command = `echo "it's"; exit`
  expect(limitCommand(command, { platform, hasOwnUser: true }).slice(-5)).toEqual([
    '/bin/bash',
    '--norc',
    '--noprofile',
    '-c',
    command,
  ])
})

test.each([
  ['5.4.0-200-generic', false],
  ['5.13.19', false],
  ['5.14.0-427.el9', true],
  ['5.15.0-91-generic', true],
  ['6.1.0', true],
  ['7.0.0-rc1', true],
  ['strange', false],
])('knows whether Linux %s counts processes per namespace', (release, answer) => {
  expect(countsProcessesPerNamespace(release)).toBe(answer)
})
