import type { FileHandle } from 'node:fs/promises'
import type { TextDecoder } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import { notText } from './file-refusals.ts'
import { detectEncoding, textDecoder } from './text-encoding.ts'

/** The lines of an opened file in batches, as `FileScope.readLines` promises. Does not close the handle. */
export async function* readLines(
  handle: FileHandle,
  options: { readonly shown: string; readonly signal: AbortSignal },
): AsyncGenerator<readonly string[], void, void> {
  const chunk = Buffer.alloc(chunkBytes)
  let decoder: TextDecoder | undefined
  let rest = ''
  for (;;) {
    if (options.signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    const { bytesRead } = await handle.read(chunk, 0, chunkBytes, null)
    const bytes = chunk.subarray(0, bytesRead)
    decoder ??= decoderFor(bytes, options.shown)
    rest += decoder.decode(bytes, { stream: bytesRead > 0 })
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    if (bytesRead === 0) {
      // The end of the last line is no line of its own, and an empty file has none.
      const last = lines.map((line) => line.replace(/\r$/, ''))
      if (last.at(-1) === '') last.pop()
      if (last.length > 0) yield last
      return
    }
    rest = lines.pop() ?? ''
    while (rest.length > longestLine) {
      lines.push(rest.slice(0, longestLine))
      rest = rest.slice(longestLine)
    }
    if (lines.length > 0) yield lines
  }
}

const chunkBytes = 256 * 1024
const longestLine = 100_000

function decoderFor(head: Buffer, shown: string): TextDecoder {
  const encoding = detectEncoding(head, head.length < chunkBytes)
  if (encoding === null) throw notText(shown)
  return textDecoder(encoding)
}
