import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileRoots } from './file-roots.ts'
import { openVerified } from './open-verified.ts'
import { failureOf, openTemporaryScope, type TemporaryScope } from './temporary-scope.fixture.ts'
import { writeFile as writeLocated } from './write-file.ts'

let at: TemporaryScope
beforeEach(async () => {
  at = await openTemporaryScope()
  await mkdir(path.join(at.workspace, 'folder'))
  await writeFile(path.join(at.workspace, 'folder', 'file'), 'SAFE')
  await writeFile(path.join(at.outside, 'file'), 'SECRET')
})
afterEach(() => at[Symbol.asyncDispose]())

/** Between resolving and opening, the folder becomes a symlink that leads out. */
async function swapForLink() {
  await rename(path.join(at.workspace, 'folder'), path.join(at.workspace, 'aside'))
  await symlink(at.outside, path.join(at.workspace, 'folder'))
}

describe('a symlink swapped in under an open', () => {
  test('is seen on the opened file, which is refused', async () => {
    const located = await createFileRoots(at).locate('folder/file', 'reading')
    await swapForLink()
    expect(await failureOf(openVerified(located.absolute, constants.O_RDONLY, located.admit))).toBe(
      'PATH_OUTSIDE_WORKSPACE',
    )
  })

  test('does not carry a write outside, to a new file or over one that is there', async () => {
    const roots = createFileRoots(at)
    for (const folder of [at.outside, path.join(at.workspace, 'folder')]) await mkdir(path.join(folder, 'sub'))
    const asked = ['folder/file', 'folder/new', 'folder/sub/new', 'folder/sub/deeper/new', 'folder/other/new']
    const located = await Promise.all(asked.map((each) => roots.locate(each, 'writing')))
    await swapForLink()
    const attempts = located.map((each) => writeLocated(each, 'x', { ...at.by, snapshots: at.snapshots }))
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
    expect((await readdir(at.outside, { recursive: true })).toSorted()).toEqual(['file', 'sub'])
    expect(await readFile(path.join(at.outside, 'file'), 'utf8')).toBe('SECRET')
  })

  test('leaks nothing while another process swaps in a loop and reads go on', async () => {
    const attacker = spawn(process.execPath, ['-e', swapForever, at.workspace, at.outside], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await once(attacker.stdout, 'data')
      const seen = new Map<string, number>()
      for (let round = 0; round < 8000; round++) {
        const outcome = await at.scope.readText('folder/file', { maxBytes: 100 }).then(
          ({ text }) => text,
          (error: { code: string }) => error.code,
        )
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
      expect(seen.get('SECRET')).toBeUndefined()
      // The race was really on: reads met both states.
      expect([...seen.keys()]).toEqual(expect.arrayContaining(['SAFE', 'PATH_OUTSIDE_WORKSPACE']))
    } finally {
      const ended = once(attacker, 'exit')
      attacker.kill('SIGKILL')
      await ended
    }
  })
})

const swapForever = `
  const { renameSync, symlinkSync, unlinkSync } = require('node:fs')
  const [workspace, outside] = process.argv.slice(1)
  process.chdir(workspace)
  process.stdout.write('ready')
  for (;;) {
    renameSync('folder', 'aside'); symlinkSync(outside, 'folder')
    unlinkSync('folder'); renameSync('aside', 'folder')
  }
`
