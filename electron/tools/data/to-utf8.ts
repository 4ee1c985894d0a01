import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { keepOnce } from './convert-once.ts'
import { openForReading } from './open-for-reading.ts'
import type { OpenedFile } from './open-for-reading.ts'
import { firstBytes, isUtf16, refuseUnreadable } from './refuse-unreadable.ts'

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf])
const chunkBytes = 4 * 1024 ** 2
/** More than any table people keep, less than what fills a disk. */
const maxExpandedBytes = 32 * 1024 ** 3
/** No row of a table is so long: what has no line break for so long was made to fill a disk. */
const maxLineBytes = 256 * 1024 ** 2

/**
 * The path of a text file's content in UTF-8: the file itself, or a copy that is expanded and converted (UTF-16, else
 * Windows-1252). Throws `FILE_MALFORMED` for broken gzip data, `FILE_TOO_LARGE` for what expands without end.
 */
export async function toUtf8(
  opened: OpenedFile,
  options: {
    readonly key: string
    readonly shown: string
    readonly isGzip: boolean
    /** DuckDB's reader of JSON takes the mark of UTF-8 for a value. */
    readonly isWithoutMark: boolean
    readonly scratchDir: string
    readonly signal: AbortSignal
  },
): Promise<string> {
  if (!options.isGzip) return textPath(opened, options)
  const expanded = await keepOnce(`${options.key}\nexpanded`, { ...options, extension: 'txt' }, (path) =>
    expand(opened, path, options),
  )
  await using text = await openForReading(expanded, options.shown)
  await refuseUnreadable(text, { format: 'csv', isGzip: false }, options.shown)
  const path = await textPath(text, { ...options, key: `${options.key}\nexpanded` })
  return path === text.path ? expanded : path
}

async function textPath(
  opened: OpenedFile,
  options: {
    readonly key: string
    readonly isWithoutMark: boolean
    readonly scratchDir: string
    readonly signal: AbortSignal
  },
): Promise<string> {
  const head = await firstBytes(opened)
  const utf8 = options.isWithoutMark && head.subarray(0, 3).equals(utf8Mark) ? 'utf-8' : null
  const encoding = isUtf16(head) ?? ((await isUtf8File(opened, options)) ? utf8 : 'windows-1252')
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

async function expand(
  opened: OpenedFile,
  path: string,
  { shown, signal }: { readonly shown: string; readonly signal: AbortSignal },
): Promise<void> {
  const target = await open(path, 'wx', 0o600)
  let bytes = 0
  let lineBytes = 0
  const source = opened.handle.createReadStream({ start: 0, autoClose: false, highWaterMark: chunkBytes })
  const expanding = createGunzip({ chunkSize: chunkBytes })
  const feeding = pipeline(source, expanding).catch(() => {})
  try {
    for await (const chunk of expanding as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
      bytes += chunk.length
      const lastBreak = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13))
      lineBytes = lastBreak < 0 ? lineBytes + chunk.length : chunk.length - lastBreak
      if (bytes > maxExpandedBytes || lineBytes > maxLineBytes) throw expandsTooFar(shown)
      await target.write(chunk)
    }
  } catch (error) {
    throw error instanceof AppError || (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? error
      : brokenGzip(error, shown)
  } finally {
    expanding.destroy()
    await feeding
    await target.close()
  }
}

function expandsTooFar(shown: string): AppError {
  return new AppError('FILE_TOO_LARGE', `${shown} expands to more than this app reads.`, {
    hint: 'Expand it yourself and keep the part you need as CSV or Parquet.',
  })
}

function brokenGzip(cause: unknown, shown: string): AppError {
  return new AppError('FILE_MALFORMED', `${shown} could not be expanded: its gzip data is damaged or cut off.`, {
    cause,
    hint: 'Check that it was copied or downloaded completely.',
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
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
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
