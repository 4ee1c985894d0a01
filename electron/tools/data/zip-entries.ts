import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive, as the archive's directory lists it (APPNOTE 4.3.12). */
export type ZipEntry = {
  readonly name: string
  readonly bytes: number
  readonly packedBytes: number
  readonly isDeflated: boolean
  readonly at: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** The end record is 22 bytes and a comment. */
const longestEnd = 22 + 65_535

/** What an archive says it holds. Null when it has no readable directory. ZIP64 is none: no workbook needs it. */
export async function zipEntries(file: FileHandle, size: number): Promise<readonly ZipEntry[] | null> {
  const tail = await bytesOf(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd))
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== endSignature) return null
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (start + length > size) return null
  const directory = await bytesOf(file, start, length)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      bytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      isDeflated: directory.readUInt16LE(at + 10) === 8,
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The content of an entry; throws when it is more than the directory says, or damaged. */
export async function readZipEntry(file: FileHandle, entry: ZipEntry): Promise<Buffer> {
  const head = await bytesOf(file, entry.at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localSignature) throw new RangeError('No entry where one should be.')
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = await bytesOf(file, start, entry.packedBytes)
  return entry.isDeflated ? inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) }) : packed
}

async function bytesOf(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}
