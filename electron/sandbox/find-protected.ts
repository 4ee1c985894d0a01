import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { whyProtected } from './protected-files.ts'

/** A folder of folders is not searched forever: what lies deeper is what file tools still refuse by name. */
const maxDepth = 6
const maxEntries = 50_000

/**
 * What below `workspace` a command must not read (secrets) or not write (files that start programs), by the same rule
 * file tools follow. Folders stand for all they hold. Unreadable folders are passed over.
 */
export async function findProtected(
  workspace: string,
): Promise<{ readonly unreadable: readonly string[]; readonly unwritable: readonly string[] }> {
  const unreadable: string[] = []
  const unwritable: string[] = []
  let folders = [workspace]
  let entriesLeft = maxEntries
  for (let depth = 0; depth < maxDepth && folders.length > 0 && entriesLeft > 0; depth += 1) {
    const below: string[] = []
    for (const folder of folders) {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      entriesLeft -= entries.length
      for (const entry of entries) {
        const absolute = path.join(folder, entry.name)
        // A folder is judged by what would lie in it.
        const judged = entry.isDirectory() ? path.join(absolute, 'x') : absolute
        if (whyProtected(judged, 'reading') !== undefined) unreadable.push(absolute)
        else if (whyProtected(judged, 'writing') !== undefined) unwritable.push(absolute)
        else if (entry.isDirectory() && entry.name !== 'node_modules') below.push(absolute)
      }
      if (entriesLeft <= 0) break
    }
    folders = below
  }
  return { unreadable, unwritable }
}
