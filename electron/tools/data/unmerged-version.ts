import { lstat } from 'node:fs/promises'

/** What SQLite keeps beside a database until it is merged into it. */
export const siblingSuffixes = ['-wal', '-journal'] as const

/** Changes when a database does without its own file being touched. */
export async function unmergedVersion(absolute: string): Promise<string> {
  const versions = siblingSuffixes.map((suffix) =>
    lstat(absolute + suffix, { bigint: true }).then(
      ({ ino, size, mtimeNs, ctimeNs }) => `${ino}-${size}-${mtimeNs}-${ctimeNs}`,
      () => 'none',
    ),
  )
  return (await Promise.all(versions)).join('\n')
}
