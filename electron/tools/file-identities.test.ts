import { appendFile, open, truncate, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileScope } from '../sandbox/file-scope.ts'
import { openTemporaryScope, type TemporaryScope } from '../sandbox/temporary-scope.fixture.ts'
import { createFileIdentities, type FileIdentities } from './file-identities.ts'

let at: TemporaryScope
beforeEach(async () => {
  at = await openTemporaryScope()
})
afterEach(() => at[Symbol.asyncDispose]())

const { signal } = new AbortController()
const fileNamed = (name: string) => path.join(at.workspace, name)
const backdate = (name: string) => utimes(fileNamed(name), 1000, 1000)
const identify = (identities: FileIdentities, name: string, files: FileScope = at.scope) =>
  identities.identify(name, { files, signal })
/** As if every file had last been changed long ago. */
const settled = () => createFileIdentities({ now: () => Date.now() + 60_000 })
const justNow = () => createFileIdentities({ now: () => Date.now() })

const edit = fc.record({ at: fc.nat(), byte: fc.integer({ min: 1, max: 255 }) })

test('tells two states of a file apart, though a byte changed at once and size and time are as before', async () => {
  const identities = justNow()
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.array(edit, { minLength: 1 }),
      async (bytes, edits) => {
        const content = Buffer.from(bytes)
        await writeFile(fileNamed('a'), content)
        await backdate('a')
        for (const { at: position, byte } of edits) {
          const before = await identify(identities, 'a')
          content[position % content.length]! ^= byte
          await writeFile(fileNamed('a'), content)
          await backdate('a')
          expect(await identify(identities, 'a')).not.toBe(before)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('notices a change of a file whose digest it remembers, though size and time are as before', async () => {
  const identities = settled()
  await writeFile(fileNamed('a'), 'aaaa')
  await backdate('a')
  const before = await identify(identities, 'a')
  // The clock of the file system ticks every few milliseconds.
  await sleep(30)
  await writeFile(fileNamed('a'), 'aaab')
  await backdate('a')
  expect(await identify(identities, 'a')).not.toBe(before)
})

test('does not trust the times of a file changed just now: a second change may leave them as they are', async () => {
  const identities = justNow()
  const files = withOneTime(at.scope)
  await writeFile(fileNamed('a'), 'aaaa')
  const before = await identify(identities, 'a', files)
  await writeFile(fileNamed('a'), 'aaab')
  expect(await identify(identities, 'a', files)).not.toBe(before)
})

test('takes a file that was only touched for the same, and reads an untouched one no second time', async () => {
  const identities = settled()
  await writeFile(fileNamed('a'), 'aaaa')
  let reads = 0
  const files = countReads(at.scope, () => reads++)
  const before = await identify(identities, 'a', files)
  const readsBefore = reads
  expect(await identify(identities, 'a', files)).toBe(before)
  expect([readsBefore > 0, reads]).toEqual([true, readsBefore])
  await sleep(30)
  await backdate('a')
  expect(await identify(identities, 'a', files)).toBe(before)
  expect(reads).toBeGreaterThan(readsBefore)
})

test('names the file: equal bytes elsewhere are another file', async () => {
  await writeFile(fileNamed('a'), 'same')
  await writeFile(fileNamed('b'), 'same')
  expect(await identify(settled(), 'a')).not.toBe(await identify(settled(), 'b'))
})

test('says nothing of a file that changes while it is read, and does not run after one that grows', async () => {
  await writeFile(fileNamed('a'), 'aaaa')
  const files = countReads(at.scope, () => appendFile(fileNamed('a'), 'more'))
  expect(await identify(settled(), 'a', files)).toBeNull()
})

test('judges a large file by its state: a byte in its middle counts, and one changed just now is not judged', async () => {
  await writeFile(fileNamed('large'), 'head')
  await truncate(fileNamed('large'), 65 * 1024 ** 2)
  expect(await identify(justNow(), 'large')).toBeNull()
  const identities = settled()
  const before = await identify(identities, 'large')
  expect(before).not.toBeNull()
  expect(await identify(identities, 'large')).toBe(before)
  await sleep(30)
  const handle = await open(fileNamed('large'), 'r+')
  await handle.write('x', 30 * 1024 ** 2)
  await handle.close()
  await backdate('large')
  expect(await identify(identities, 'large')).not.toBe(before)
})

test('stops when cancelled', async () => {
  await writeFile(fileNamed('a'), 'aaaa')
  const cancelled = identifyCancelled()
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
})

const identifyCancelled = () => settled().identify('a', { files: at.scope, signal: AbortSignal.abort() })

/** The scope on a file system whose clock ticks once in a test. */
function withOneTime(scope: FileScope): FileScope {
  const now = Date.now()
  const times = { mtimeNs: 1n, ctimeNs: 1n, mtimeMs: BigInt(now), ctimeMs: BigInt(now) }
  return {
    ...scope,
    async open(name) {
      const opened = await scope.open(name)
      const stats = await opened.handle.stat({ bigint: true })
      Object.assign(opened.handle, { stat: async () => ({ ...stats, ...times }) })
      return opened
    },
  }
}

/** The scope, but `onRead` hears of every read before its bytes are given. */
function countReads(scope: FileScope, onRead: () => unknown): FileScope {
  return {
    ...scope,
    async open(name) {
      const opened = await scope.open(name)
      const { handle } = opened
      const read = handle.read.bind(handle) as (...given: unknown[]) => Promise<unknown>
      Object.assign(handle, {
        read: async (...given: unknown[]) => {
          await onRead()
          return read(...given)
        },
      })
      return opened
    },
  }
}
