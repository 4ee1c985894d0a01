import type { FileEntry } from '../../../shared/tool-results.ts'

/** What is read at once, and may be looked into before anybody asked. */
const quickBytes = 5_000_000

/** The data file to speak of: the largest that is read at once, for it has most to tell; else the smallest. */
export function dataFileOf(files: readonly FileEntry[]): FileEntry | undefined {
  return mostTelling(files, /\.(?:(?:csv|tsv|tab|json|ndjson|jsonl)(?:\.gz)?|parquet|xlsx|xlsm|sqlite|sqlite3|db)$/i)
}

export function documentOf(files: readonly FileEntry[]): FileEntry | undefined {
  return mostTelling(files, /\.(?:pdf|docx|pptx|md|txt|html?)$/i)
}

export function isQuick({ bytes }: FileEntry): boolean {
  return bytes <= quickBytes
}

function mostTelling(files: readonly FileEntry[], ending: RegExp): FileEntry | undefined {
  const bySize = files
    .filter(({ kind, bytes, path }) => kind === 'file' && bytes > 0 && ending.test(path) && isPlain(path))
    .toSorted((a, b) => a.bytes - b.bytes)
  return bySize.findLast(isQuick) ?? bySize[0]
}

/** What a button sends is what is read: no name that hides something, or holds the quotes that names are put in. */
function isPlain(path: string): boolean {
  return /^[^"“”\p{C}\p{Z}]+(?: [^"“”\p{C}\p{Z}]+)*$/u.test(path)
}
