import type { Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileEntry } from '../../shared/tool-results.ts'
import type { LocatedPath } from './file-roots.ts'
import { openFolder } from './open-folder.ts'

export type ListedEntry = { readonly entry: FileEntry; readonly isLink: boolean }

/**
 * What a folder holds: folders first, then in name order. Protected entries are left out. A symlink is shown as what
 * it leads to while that may be touched, as `other` when it leads out, nowhere, or to a protected file.
 */
export async function listFolder(folder: LocatedPath): Promise<readonly ListedEntry[]> {
  const opened = await openFolder(folder.absolute, folder.admit)
  try {
    const names = await readdir(opened.at)
    const listed: ListedEntry[] = []
    for (const name of names) {
      const absolute = path.join(folder.absolute, name)
      if (!isAdmitted(folder, absolute)) continue
      const found = await describe(folder, absolute, opened.child(name))
      if (found === undefined) continue
      listed.push({ entry: toFileEntry(childShown(folder.shown, name), found.stats), isLink: found.isLink })
    }
    return listed.sort((a, b) => inListOrder(a.entry, b.entry))
  } finally {
    await opened.close()
  }
}

export function toFileEntry(shown: string, stats: Stats): FileEntry {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  return { path: shown, kind, bytes: kind === 'file' ? stats.size : 0, modified: stats.mtime.toISOString() }
}

/** undefined when it was removed meanwhile. */
async function describe(
  folder: LocatedPath,
  absolute: string,
  reached: string,
): Promise<{ readonly stats: Stats; readonly isLink: boolean } | undefined> {
  const stats = await lstat(reached).catch(() => undefined)
  if (stats === undefined) return undefined
  if (!stats.isSymbolicLink()) return { stats, isLink: false }
  const target = await realpath(absolute).catch(() => undefined)
  if (target === undefined || !isAdmitted(folder, target)) return { stats, isLink: true }
  return { stats: await stat(target).catch(() => stats), isLink: true }
}

function isAdmitted(folder: LocatedPath, absolute: string): boolean {
  try {
    folder.admit(absolute)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

function childShown(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`
}

const byName = new Intl.Collator('en', { numeric: true })

function inListOrder(a: FileEntry, b: FileEntry): number {
  const folders = Number(b.kind === 'folder') - Number(a.kind === 'folder')
  // The collator takes some different names for equal; code units settle those.
  return folders || byName.compare(a.path, b.path) || (a.path < b.path ? -1 : 1)
}
