import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failureOf, openTemporaryScope, type TemporaryScope } from './temporary-scope.fixture.ts'

let at: TemporaryScope
beforeEach(async () => {
  at = await openTemporaryScope()
})
afterEach(() => at[Symbol.asyncDispose]())

const inWorkspace = (name: string) => path.join(at.workspace, name)
const write = async (name: string, text: string) => (await at.scope.write(name, text, at.by)).snapshotId

describe('undo', () => {
  test('puts earlier content back byte for byte', async () => {
    const before = Buffer.from([0, 255, 10, 13, 128])
    await writeFile(inWorkspace('data.bin'), before)
    const id = await write('data.bin', 'replaced')
    const { changedAt, ...change } = await at.snapshots.undo(id)
    expect(change).toEqual({
      snapshotId: id,
      conversationId: 'conversation-1',
      path: 'data.bin',
      toolName: 'file_write',
      isNewFile: false,
      state: 'undone',
    })
    expect(changedAt).toBeGreaterThan(0)
    expect(await readFile(inWorkspace('data.bin'))).toEqual(before)
    expect(await at.everything()).toEqual(['data.bin'])
  })

  test('removes a file that was new, and undoing twice changes nothing more', async () => {
    const id = await write('new.md', 'hello')
    await at.snapshots.undo(id)
    await writeFile(inWorkspace('new.md'), "the person's own")
    expect((await at.snapshots.undo(id)).state).toBe('undone')
    expect(await readFile(inWorkspace('new.md'), 'utf8')).toBe("the person's own")
  })

  test('leaves a file alone that somebody changed or removed since', async () => {
    await writeFile(inWorkspace('kept.md'), 'old')
    const ids = [await write('kept.md', 'agent'), await write('new.md', 'agent')]
    await writeFile(inWorkspace('kept.md'), 'person')
    await writeFile(inWorkspace('new.md'), 'person')
    for (const id of ids) {
      expect(await failureOf(at.snapshots.undo(id))).toBe('FILE_CHANGED')
      expect((await at.changes.get(id)).state).toBe('changed-since')
    }
    expect(await readFile(inWorkspace('kept.md'), 'utf8')).toBe('person')
    await rm(inWorkspace('kept.md'))
    expect(await failureOf(at.snapshots.undo(ids[0]!))).toBe('FILE_CHANGED')
    expect(await at.everything()).toEqual(['new.md'])
  })

  test('takes several changes of one file back from the newest to the oldest', async () => {
    await writeFile(inWorkspace('a.md'), '1')
    const [second, third] = [await write('a.md', '2'), await write('a.md', '3')]
    expect(await failureOf(at.snapshots.undo(second))).toBe('FILE_CHANGED')
    await at.snapshots.undo(third)
    await at.snapshots.undo(second)
    expect(await readFile(inWorkspace('a.md'), 'utf8')).toBe('1')
  })

  test.each(['folder', 'folder/inner'])('does not follow %s, which has become a symlink since', async (swapped) => {
    await mkdir(inWorkspace('folder/inner'), { recursive: true })
    await writeFile(inWorkspace('folder/inner/a.md'), 'old')
    const id = await write('folder/inner/a.md', 'new')
    await rename(inWorkspace(swapped), path.join(at.outside, 'moved'))
    await symlink(path.join(at.outside, 'moved'), inWorkspace(swapped))
    await expect(at.snapshots.undo(id)).rejects.toThrow()
    expect(await readFile(inWorkspace('folder/inner/a.md'), 'utf8')).toBe('new')
  })

  test('does not put back a kept copy that was damaged or is gone', async () => {
    await writeFile(inWorkspace('a.md'), 'old')
    const id = await write('a.md', 'new')
    const snapshots = path.join(at.dataDir, 'snapshots')
    const copy = (await readdir(snapshots)).find((name) => name.endsWith('.before'))!
    await writeFile(path.join(snapshots, copy), 'damaged')
    expect(await failureOf(at.snapshots.undo(id))).toBe('NOT_FOUND')
    await rm(path.join(snapshots, copy))
    expect(await failureOf(at.snapshots.undo(id))).toBe('NOT_FOUND')
    expect(await readFile(inWorkspace('a.md'), 'utf8')).toBe('new')
  })

  test('settles a change that never came to be because the app ended before its rename', async () => {
    await writeFile(inWorkspace('a.md'), 'old')
    const [before, after] = [Buffer.from('old'), Buffer.from('new')]
    const id = await at.snapshots.keep({ absolute: inWorkspace('a.md'), shown: 'a.md', before, after, ...at.by })
    expect((await at.snapshots.undo(id)).state).toBe('undone')
    expect(await readFile(inWorkspace('a.md'), 'utf8')).toBe('old')
  })
})
