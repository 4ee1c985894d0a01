import { randomUUID } from 'node:crypto'
import { constants, linkSync, lstatSync, renameSync, unlinkSync, type BigIntStats } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { changedMeanwhile, notAFile, tooLarge } from './file-refusals.ts'
import type { OpenFolder } from './open-folder.ts'
import { noFollow } from './open-verified.ts'

/** A file as it was read, so that a later change can be told. */
export type SeenFile = { readonly bytes: Buffer; readonly stats: BigIntStats }

/** What is replaced is kept whole for undo, so it has to fit in memory. */
const maxKeptBytes = 256_000_000

/** What a folder holds under `name`: null for nothing. Throws for anything but a regular file, symlinks included. */
export async function readExisting(folder: OpenFolder, name: string): Promise<SeenFile | null> {
  const flags = constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0)
  const handle = await open(folder.child(name), flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (handle === null) return null
  try {
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile()) throw notAFile(name)
    if (stats.size > maxKeptBytes) throw tooLarge(name, { bytes: Number(stats.size), maxBytes: maxKeptBytes })
    return { bytes: await handle.readFile(), stats }
  } finally {
    await handle.close()
  }
}

/**
 * Puts `bytes` in place of `name` in one step: a temporary file beside it, synced, then renamed. Whatever fails, the
 * old content stays whole and no temporary file is left.
 *
 * `before` is what `readExisting` gave; when somebody changed the file since, `FILE_CHANGED`. `beforeRename` runs once
 * the new bytes are on disk.
 */
export async function replaceFile(
  folder: OpenFolder,
  name: string,
  change: {
    readonly bytes: Uint8Array
    readonly before: SeenFile | null
    readonly beforeRename?: () => Promise<void>
  },
): Promise<void> {
  const temporary = folder.child(`.${randomUUID()}.tmp`)
  const mode = change.before === null ? undefined : Number(change.before.stats.mode & 0o777n)
  try {
    await writeSynced(temporary, change.bytes, mode)
    await change.beforeRename?.()
    place(temporary, folder.child(name), { name, before: change.before })
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await folder.sync()
}

/** Removes a file that is still as it was read. */
export function removeUnchanged(folder: OpenFolder, name: string, before: SeenFile): void {
  if (!isUnchanged(folder.child(name), before)) throw changedMeanwhile(name)
  unlinkSync(folder.child(name))
}

async function writeSynced(temporary: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow, 0o666)
  try {
    if (mode !== undefined) await handle.chmod(mode)
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Synchronous, so that no other call of this app comes between the last look and the rename. */
function place(temporary: string, target: string, expected: { name: string; before: SeenFile | null }): void {
  if (expected.before === null) return placeNew(temporary, target, expected.name)
  if (!isUnchanged(target, expected.before)) throw changedMeanwhile(expected.name)
  renameSync(temporary, target)
}

/** A hard link fails where a rename would overwrite what somebody put there a moment ago. */
function placeNew(temporary: string, target: string, name: string): void {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw changedMeanwhile(name)
    // FAT and some network disks know no hard links.
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw changedMeanwhile(name)
    return renameSync(temporary, target)
  }
  unlinkSync(temporary)
}

function isUnchanged(target: string, before: SeenFile): boolean {
  const now = lstatSync(target, { bigint: true, throwIfNoEntry: false })
  const { ino, mtimeNs, size } = before.stats
  return now !== undefined && now.ino === ino && now.mtimeNs === mtimeNs && now.size === size
}
