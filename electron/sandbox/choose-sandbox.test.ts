import { expect, test } from 'vitest'
import { chooseSandbox } from './choose-sandbox.ts'

test.each([
  ['linux', ['bwrap', 'prlimit'], 'bubblewrap'],
  ['linux', ['prlimit'], 'none'],
  ['linux', ['bwrap'], 'none'],
  ['darwin', [], 'seatbelt'],
  ['win32', ['bwrap', 'prlimit'], 'none'],
] as const)('on %s with %j chooses %s', (platform, installed: readonly string[], kind) => {
  expect(chooseSandbox(platform, (program) => installed.includes(program)).kind).toBe(kind)
})

test('names what is missing and the command that installs it', () => {
  expect(chooseSandbox('linux', () => false)).toMatchObject({
    reason: expect.stringContaining('bubblewrap') as string,
    hint: expect.stringContaining('sudo apt-get install bubblewrap socat ripgrep') as string,
  })
})
