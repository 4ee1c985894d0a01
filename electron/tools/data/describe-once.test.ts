import { mkdtempSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describeOnce } from './describe-once.ts'

const scratchDir = realpathSync(mkdtempSync(join(tmpdir(), 'describe-once-')))
const folders = { scratchDir, resultsDir: scratchDir }
afterAll(() => rmSync(scratchDir, { recursive: true, force: true }))

const minuteLater = () => Date.now() + 60_000

function write(name: string, text: string): string {
  const absolute = join(scratchDir, name)
  writeFileSync(absolute, text)
  return absolute
}

function describe(absolute: string, how: { readonly isRefresh?: boolean; readonly now?: () => number } = {}) {
  const { isRefresh = false, now = minuteLater } = how
  const file = { name: 'a.csv', absolute }
  const call = { signal: new AbortController().signal, progress: () => {} }
  return describeOnce({ file, isRefresh, folders }, call, now)
}

test('tells again what is known of a file that has not changed', async () => {
  const path = write('same.csv', 'a\n1\n')
  expect(await describe(path)).toBe(await describe(path))
})

test('looks anew at a file of the same size and time, when it was written to', async () => {
  const path = write('changed.csv', 'a\n1\n')
  const before = await describe(path)
  const { atime, mtime } = statSync(path)
  writeFileSync(path, 'a\n2\n')
  utimesSync(path, atime, mtime)
  const after = await describe(path)
  expect([before, after].map(({ tables }) => tables[0]?.columns[0]?.max)).toEqual([1, 2])
})

test('looks anew at the same file under another name, which its tables are called after', async () => {
  const path = write('named.csv', 'a\n1\n')
  const file = { name: 'other.csv', absolute: path }
  await describe(path)
  const call = { signal: new AbortController().signal, progress: () => {} }
  const profile = await describeOnce({ file, isRefresh: false, folders }, call, minuteLater)
  expect(profile.tables[0]?.name).toBe('other.csv')
})

test('keeps nothing of a file that changed a moment ago: it may change again and look the same', async () => {
  const path = write('fresh.csv', 'a\n1\n')
  const now = () => statSync(path).ctimeMs + 100
  const first = await describe(path, { now })
  const second = await describe(path, { now })
  expect(second).not.toBe(first)
  expect(second).toEqual(first)
})

test('keeps nothing of a file from the future, whose clock is another', async () => {
  const path = write('future.csv', 'a\n1\n')
  const now = () => statSync(path).ctimeMs - 60_000
  expect(await describe(path, { now })).not.toBe(await describe(path, { now }))
})

test('looks anew when asked to', async () => {
  const path = write('again.csv', 'a\n1\n')
  const known = await describe(path)
  expect(await describe(path, { isRefresh: true })).not.toBe(known)
})

test('says why a file cannot be described, each time', async () => {
  const gone = join(scratchDir, 'gone.csv')
  await expect(describe(gone)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  await expect(describe(gone)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  await expect(describe(write('a.doc', 'x'))).rejects.toMatchObject({ code: 'FILE_MALFORMED' })
})
