import { AppError } from '../../../shared/errors.ts'
import type { DataFormat } from './data-format.ts'
import type { OpenedFile } from './open-for-reading.ts'

const zip = Buffer.from('PK')
/** An Office file with a password, or one from before 2007, is wrapped in this container. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const plainParquet = Buffer.from('PAR1')
const encryptedParquet = Buffer.from('PARE')
const sqlite = Buffer.from('SQLite format 3\0')

/** Looks at a file's first bytes and says in a sentence why it cannot be read, before a library says it in code. */
export async function refuseUnreadable(
  opened: OpenedFile,
  { format, isGzip }: { readonly format: DataFormat; readonly isGzip: boolean },
  shown: string,
): Promise<void> {
  if (opened.bytes === 0)
    throw new AppError('FILE_MALFORMED', `${shown} is empty (0 bytes).`, {
      hint: 'Check that it was copied or downloaded completely.',
    })
  const head = await firstBytes(opened)
  switch (format) {
    case 'workbook':
      if (startsWith(head, compoundFile))
        throw encrypted(shown, 'Open it in Excel, remove the password and save it again as .xlsx.')
      return unlessStarts(head, [zip], shown, 'an Excel workbook')
    case 'parquet':
      if (startsWith(head, encryptedParquet)) throw encrypted(shown, 'Ask for a copy that is not encrypted.')
      return unlessStarts(head, [plainParquet], shown, 'a Parquet file')
    case 'sqlite':
      return unlessStarts(head, [sqlite], shown, 'an SQLite database, or it is encrypted')
    case 'document':
      return // Its own process has read it already.
    case 'csv':
    case 'json':
      if (isGzip) return unlessStarts(head, [Buffer.from([0x1f, 0x8b])], shown, 'gzip data')
      if (head.includes(0) && !isUtf16(head)) throw malformed(shown, 'text')
  }
}

/** UTF-16 with its mark; without it, where every other byte is mostly zero, as in words of Latin letters. */
export function isUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = Math.floor(head.length / 2) * 0.7
  if (head.length < 8) return null
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

export async function firstBytes(opened: OpenedFile): Promise<Buffer> {
  const buffer = Buffer.alloc(8192)
  const { bytesRead } = await opened.handle.read(buffer, 0, buffer.length, 0)
  return buffer.subarray(0, bytesRead)
}

function unlessStarts(head: Buffer, magics: readonly Buffer[], shown: string, what: string): void {
  if (!magics.some((magic) => startsWith(head, magic))) throw malformed(shown, what)
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic)
}

function malformed(shown: string, what: string): AppError {
  return new AppError('FILE_MALFORMED', `${shown} is not ${what}, though its name says so.`, {
    hint: 'Check that it was copied completely and has the right name.',
  })
}

function encrypted(shown: string, hint: string): AppError {
  return new AppError('FILE_ENCRYPTED', `${shown} is protected with a password, or encrypted.`, { hint })
}
