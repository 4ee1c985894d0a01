import { open } from 'node:fs/promises'

const separators = [',', ';', '\t', '|']
const headBytes = 64 * 1024

/**
 * The separator of a CSV when its first two lines agree on exactly one; null leaves it to DuckDB, which tries every
 * combination and on small files with odd characters picks odd ones.
 */
export async function csvSeparator(path: string): Promise<string | null> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return agreedSeparator(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}

function agreedSeparator(head: string): string | null {
  const unquoted = head.replace(/"(?:[^"]|"")*("|$)/g, '')
  const [first = '', second] = unquoted.split(/\r?\n|\r/).filter((line) => line !== '')
  const found = separators.filter((separator) => first.includes(separator))
  const [only] = found
  return found.length === 1 && only !== undefined && (second === undefined || second.includes(only)) ? only : null
}
