import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileScope } from './create-file-scope.ts'
import { createSnapshots } from './create-snapshots.ts'
import { failureOf, openTemporaryScope, type TemporaryScope } from './temporary-scope.fixture.ts'

let at: TemporaryScope
beforeEach(async () => {
  at = await openTemporaryScope()
})
afterEach(() => at[Symbol.asyncDispose]())

const inWorkspace = (name: string) => path.join(at.workspace, name)

describe('writing', () => {
  test('makes a new file with its folders, and says that it is new', async () => {
    const written = await at.scope.write('reports/2026/q1.md', '# Q1', at.by)
    expect({ isNew: written.isNewFile, shown: written.resolved.shown }).toEqual({
      isNew: true,
      shown: 'reports/2026/q1.md',
    })
    expect(await readFile(inWorkspace('reports/2026/q1.md'), 'utf8')).toBe('# Q1')
    expect(await at.everything()).toEqual(['reports', 'reports/2026', 'reports/2026/q1.md'])
  })

  test('replaces a file, keeps its mode and encoding, and leaves nothing beside it', async () => {
    await writeFile(inWorkspace('run.sh'), '\uFEFFold', 'utf16le')
    await chmod(inWorkspace('run.sh'), 0o750)
    await at.scope.write('run.sh', 'new – ü', at.by)
    expect(await readFile(inWorkspace('run.sh'), 'utf16le')).toBe('\uFEFFnew – ü')
    if (process.platform !== 'win32') expect((await stat(inWorkspace('run.sh'))).mode & 0o777).toBe(0o750)
    expect(await at.everything()).toEqual(['run.sh'])
  })

  test('refuses when the file is not what it was when the change was shown', async () => {
    await writeFile(inWorkspace('notes.md'), 'edited by the person')
    const attempts = [
      at.scope.write('notes.md', 'x', { ...at.by, expected: 'as shown' }),
      at.scope.write('notes.md', 'x', { ...at.by, expected: null }),
      at.scope.write('gone.md', 'x', { ...at.by, expected: 'as shown' }),
    ]
    expect(await Promise.all(attempts.map(failureOf))).toEqual(Array(3).fill('FILE_CHANGED'))
    expect(await readFile(inWorkspace('notes.md'), 'utf8')).toBe('edited by the person')
    expect(await at.everything()).toEqual(['notes.md'])
  })

  test('refuses when the file changes between its last reading and the rename', async () => {
    await writeFile(inWorkspace('notes.md'), 'before')
    const meddling = (change: () => Promise<void>) =>
      createFileScope({
        ...at,
        snapshots: {
          ...at.snapshots,
          keep: async (kept) => {
            await change()
            return at.snapshots.keep(kept)
          },
        },
      })
    const edits = meddling(async () => {
      await writeFile(inWorkspace('notes.md'), 'person')
      await utimes(inWorkspace('notes.md'), 1, 1)
    })
    const creates = meddling(() => writeFile(inWorkspace('new.md'), 'person'))
    expect(await failureOf(edits.write('notes.md', 'agent', at.by))).toBe('FILE_CHANGED')
    expect(await failureOf(creates.write('new.md', 'agent', at.by))).toBe('FILE_CHANGED')
    expect(await readFile(inWorkspace('notes.md'), 'utf8')).toBe('person')
    expect(await readFile(inWorkspace('new.md'), 'utf8')).toBe('person')
    expect(await at.everything()).toEqual(['new.md', 'notes.md'])
  })

  test('of two writes of a new file at once one wins whole and the other is told', async () => {
    const attempts = ['one', 'two'].map((text) => at.scope.write('same.md', text, { ...at.by, expected: null }))
    const outcomes = (await Promise.allSettled(attempts)).map(({ status }) => status)
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await at.everything()).toEqual(['same.md'])
  })

  test('refuses to write over a folder, or under a file', async () => {
    await mkdir(inWorkspace('folder'))
    await writeFile(inWorkspace('file'), '')
    expect(await failureOf(at.scope.write('folder', 'x', at.by))).toBe('FILE_UNREADABLE')
    expect(await failureOf(at.scope.write('file/under', 'x', at.by))).toBe('FILE_NOT_FOUND')
    expect(await failureOf(at.scope.write('x'.repeat(300), 'x', at.by))).toBe('INVALID_REQUEST')
  })
})

describe('a full disk', () => {
  const disk = mountSmallDisk()
  const why = disk.kind === 'none' ? ` (skipped: no small disk can be mounted here: ${disk.reason})` : ''

  test.skipIf(disk.kind === 'none')(
    `is told in one sentence, loses nothing and leaves no temporary file${why}`,
    async () => {
      try {
        disk.mount(at.workspace)
        await writeFile(inWorkspace('report.md'), 'the old report')
        const large = 'x'.repeat(2_000_000)
        expect(await failureOf(at.scope.write('report.md', large, at.by))).toBe('DISK_FULL')
        expect(await failureOf(at.scope.write('new.md', large, at.by))).toBe('DISK_FULL')
        expect(await readFile(inWorkspace('report.md'), 'utf8')).toBe('the old report')
        expect(await at.everything()).toEqual(['report.md'])
        expect(at.changes.all()).toEqual([])
      } finally {
        disk.unmount(at.workspace)
      }
    },
  )

  test.skipIf(disk.kind === 'none')(`under the snapshots stops the write before it happens${why}`, async () => {
    const folder = path.join(at.root, 'small')
    await mkdir(folder)
    try {
      disk.mount(folder)
      const snapshots = createSnapshots({ folder, changes: at.changes })
      const scope = createFileScope({ ...at, snapshots })
      const old = 'y'.repeat(2_000_000)
      await writeFile(inWorkspace('report.md'), old)
      expect(await failureOf(scope.write('report.md', 'new', at.by))).toBe('DISK_FULL')
      expect(await readFile(inWorkspace('report.md'), 'utf8')).toBe(old)
      expect([await at.everything(), await readdir(folder)]).toEqual([['report.md'], []])
    } finally {
      disk.unmount(folder)
    }
  })
})

/** A disk of one megabyte, which only root on Linux may mount. */
function mountSmallDisk() {
  const mount = (folder: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' })
  const unmount = (folder: string) => execFileSync('umount', [folder], { stdio: 'pipe' })
  if (process.platform !== 'linux') return { kind: 'none', reason: 'not Linux', mount, unmount } as const
  try {
    mount('/mnt')
    unmount('/mnt')
    return { kind: 'tmpfs', mount, unmount } as const
  } catch (error) {
    return { kind: 'none', reason: String(error).split('\n')[0], mount, unmount } as const
  }
}
