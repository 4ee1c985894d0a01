import { constants } from 'node:fs'
import { lstat, type FileHandle } from 'node:fs/promises'
import { withFileErrors } from './file-error.ts'
import { notAFile, notText, tooLarge } from './file-refusals.ts'
import { createFileRoots, type LocatedPath } from './file-roots.ts'
import type { FileScope, ResolvedPath } from './file-scope.ts'
import { listFolder, toFileEntry } from './list-folder.ts'
import { openVerified } from './open-verified.ts'
import { readLines } from './read-lines.ts'
import type { Snapshots } from './snapshots.ts'
import { decodeText } from './text-encoding.ts'
import { walkFiles } from './walk-files.ts'
import { writeFile } from './write-file.ts'

/**
 * The files of one conversation: `workspace` is the folder the person opened, `attachmentsDir` holds what they attached,
 * `dataDir` is the app's own and refused. Folders that are missing make each call say so.
 */
export function createFileScope(options: {
  readonly workspace: string | null
  readonly attachmentsDir: string | null
  readonly dataDir: string
  readonly snapshots: Snapshots
}): FileScope {
  const roots = createFileRoots(options)

  async function openFile(located: LocatedPath): Promise<{ handle: FileHandle; bytes: number }> {
    const handle = await openVerified(located.absolute, constants.O_RDONLY, located.admit)
    const stats = await handle.stat()
    if (stats.isFile()) return { handle, bytes: stats.size }
    await handle.close()
    throw notAFile(located.shown)
  }

  async function readWhole(asked: string, maxBytes: number): Promise<{ bytes: Buffer; located: LocatedPath }> {
    const located = await roots.locate(asked, 'reading')
    const bytes = await withFileErrors(asked, async () => {
      const opened = await openFile(located)
      try {
        if (opened.bytes > maxBytes) throw tooLarge(located.shown, { bytes: opened.bytes, maxBytes })
        return await readUpTo(opened.handle, opened.bytes)
      } finally {
        await opened.handle.close()
      }
    })
    return { bytes, located }
  }

  async function listLocated(folder: string) {
    const located = await roots.locate(folder, 'reading')
    return withFileErrors(folder, () => listFolder(located))
  }

  async function readText(asked: string, limits: { readonly maxBytes: number }) {
    const { bytes, located } = await readWhole(asked, limits.maxBytes)
    const decoded = decodeText(bytes)
    if (decoded === null) throw notText(located.shown)
    return { text: decoded.text, resolved: toResolved(located) }
  }

  return {
    workspace: roots.workspace,

    async resolve(path, purpose) {
      return toResolved(await roots.locate(path, purpose))
    },

    async list(folder) {
      return (await listLocated(folder)).map(({ entry }) => entry)
    },

    async *walk(folder, walkOptions) {
      const start = await roots.locate(folder, 'reading')
      yield* walkFiles({ list: listLocated, readText }, start.shown, walkOptions)
    },

    async stat(path) {
      const located = await roots.locate(path, 'reading')
      return toFileEntry(located.shown, await withFileErrors(path, () => lstat(located.absolute)))
    },

    async open(path) {
      const located = await roots.locate(path, 'reading')
      const opened = await withFileErrors(path, () => openFile(located))
      return { ...opened, resolved: toResolved(located) }
    },

    async readBytes(path, { maxBytes }) {
      return (await readWhole(path, maxBytes)).bytes
    },

    readText,

    async *readLines(path, { signal }) {
      const located = await roots.locate(path, 'reading')
      const { handle } = await withFileErrors(path, () => openFile(located))
      try {
        yield* readLines(handle, { shown: located.shown, signal })
      } finally {
        await handle.close()
      }
    },

    async write(path, content, writeOptions) {
      const located = await roots.locate(path, 'writing')
      const order = { ...writeOptions, snapshots: options.snapshots }
      const written = await withFileErrors(path, () => writeFile(located, content, order))
      return { resolved: toResolved(located), ...written }
    },
  }
}

/** The size seen at opening bounds the read: a file that grows meanwhile cannot pass the limit. */
async function readUpTo(handle: FileHandle, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  let read = 0
  while (read < bytes) {
    const { bytesRead } = await handle.read(buffer, read, bytes - read, read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return buffer.subarray(0, read)
}

function toResolved({ absolute, shown, origin }: LocatedPath): ResolvedPath {
  return { absolute, shown, origin }
}
