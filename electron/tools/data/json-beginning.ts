import { open } from 'node:fs/promises'

type JsonKind = 'object' | 'array of arrays' | 'other'

/** What a JSON file in UTF-8 begins as. A file of lines that are objects begins as an object too. */
export async function jsonBeginning(path: string): Promise<JsonKind> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const head = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\u{feff}/u, '')
      .replace(/\s+/g, '')
    if (head.startsWith('[[')) return 'array of arrays'
    return head.startsWith('{') ? 'object' : 'other'
  } finally {
    await file.close()
  }
}
