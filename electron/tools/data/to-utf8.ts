import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { keepOnce } from './convert-once.ts'
import type { OpenedFile } from './open-for-reading.ts'
import { firstBytes, isUtf16 } from './refuse-unreadable.ts'

const chunkBytes = 4 * 1024 ** 2

/** The path of a text file's content in UTF-8: the file itself, or a converted copy (UTF-16 with its mark, else Windows-1252). */
export async function toUtf8(
  opened: OpenedFile,
  options: { readonly key: string; readonly scratchDir: string; readonly signal: AbortSignal },
): Promise<string> {
  const encoding = isUtf16(await firstBytes(opened)) ?? ((await isUtf8File(opened, options)) ? null : 'windows-1252')
  if (encoding === null) return opened.path
  return keepOnce(`${options.key}\nutf-8`, { ...options, extension: 'txt' }, async (path) => {
    const decoder = new TextDecoder(encoding)
    const target = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of chunks(opened, options.signal))
        await target.write(decoder.decode(chunk, { stream: true }))
      await target.write(decoder.decode())
    } finally {
      await target.close()
    }
  })
}

/** Versions of files known to be UTF-8 through and through: reading a large one for that takes a second. */
const knownUtf8 = new Set<string>()

async function isUtf8File(
  opened: OpenedFile,
  { key, signal }: { readonly key: string; readonly signal: AbortSignal },
): Promise<boolean> {
  if (knownUtf8.has(key)) return true
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks(opened, signal)) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.length - unfinishedBytes(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return false
    rest = Buffer.from(bytes.subarray(whole))
  }
  if (rest.length > 0) return false
  knownUtf8.add(key)
  return true
}

/** How many bytes at the end begin a character that goes on in the next chunk (UTF-8, RFC 3629: at most 3). */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

async function* chunks(opened: OpenedFile, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let position = 0; ;) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    const { bytesRead } = await opened.handle.read(buffer, 0, chunkBytes, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
