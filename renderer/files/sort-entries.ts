import type { FileEntry } from '../../shared/tool-results.ts'

/** Folders first, then by name as people sort: 2 before 10, case aside. */
export function sortEntries(entries: readonly FileEntry[]): readonly FileEntry[] {
  return entries.toSorted(
    (a, b) => Number(b.kind === 'folder') - Number(a.kind === 'folder') || byName.compare(a.path, b.path),
  )
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
