import { createHash, type Hash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { FileScope } from '../sandbox/file-scope.ts'

/** Says in a text what a file holds: equal texts mean equal bytes under the same name. */
export type FileIdentities = {
  /**
   * null when that cannot be said, because the file is changing. Refuses what `FileScope.open` refuses; `CANCELLED`.
   */
  identify(path: string, context: { readonly files: FileScope; readonly signal: AbortSignal }): Promise<string | null>
}

/**
 * The SHA-256 of a file's bytes, worked out once per state of the file. A state is device, inode, size, and the times
 * of change of content and of inode, in nanoseconds: a program can set the first time back, not the second.
 */
export function createFileIdentities({ now }: { readonly now: () => number }): FileIdentities {
  const known = new Map<string, { readonly state: string; readonly digest: string }>()

  return {
    async identify(path, { files, signal }) {
      const { handle, resolved } = await files.open(path)
      try {
        const before = await handle.stat({ bigint: true })
        const file = `${before.dev}:${before.ino}`
        const state = stateOf(before)
        const remembered = known.get(file)
        if (remembered?.state === state) return `${resolved.shown}\n${remembered.digest}`

        const isSettled = now() - lastChangeMs(before) > settleMs
        if (before.size > maxHashedBytes && !isSettled) return null
        const digest = await (before.size > maxHashedBytes
          ? digestOfEnds(handle, before)
          : digestOfAll(handle, before, signal))
        if (stateOf(await handle.stat({ bigint: true })) !== state) return null
        if (isSettled) remember(known, file, { state, digest })
        return `${resolved.shown}\n${digest}`
      } finally {
        await handle.close()
      }
    },
  }
}

const mebibyte = 1024 * 1024
/** Hashing more would hold up the answer it is meant to speed up. */
const maxHashedBytes = BigInt(64 * mebibyte)
/**
 * The times of a file are as coarse as its file system's clock: milliseconds on Linux, two seconds on FAT. Within that
 * a second change leaves the state as it was, so the state of a file changed just now proves nothing (Git calls such
 * a file racily clean).
 */
const settleMs = 3000
const maxKnown = 50_000

function stateOf({ size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size}:${mtimeNs}:${ctimeNs}`
}

function lastChangeMs({ mtimeMs, ctimeMs }: BigIntStats): number {
  return Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs)
}

/** No further than the size it had: a log may grow as fast as it is read. */
async function digestOfAll(handle: FileHandle, { size }: BigIntStats, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(mebibyte)
  for (let position = 0; position < size;) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    const bytesRead = await addPart(hash, { handle, chunk, position })
    if (bytesRead === 0) break
    position += bytesRead
  }
  return hash.digest('hex')
}

/** For a large file its state says whether it changed; the ends are for a disk that lies about times. */
async function digestOfEnds(handle: FileHandle, stats: BigIntStats): Promise<string> {
  const hash = createHash('sha256').update(`${stats.dev}:${stats.ino}:${stateOf(stats)}`)
  const chunk = Buffer.allocUnsafe(mebibyte)
  await addPart(hash, { handle, chunk, position: 0 })
  await addPart(hash, { handle, chunk, position: Number(stats.size) - mebibyte })
  return hash.digest('hex')
}

async function addPart(
  hash: Hash,
  { handle, chunk, position }: { readonly handle: FileHandle; readonly chunk: Buffer; readonly position: number },
): Promise<number> {
  const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
  hash.update(chunk.subarray(0, bytesRead))
  return bytesRead
}

function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key)
  known.set(key, value)
  if (known.size > maxKnown) known.delete(known.keys().next().value!)
}
