import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'

/**
 * A response's body, decompressed, up to `maxBytes`; the rest is never unpacked, so a few kilobytes cannot become
 * gigabytes in memory. Ends the connection. Throws what the stream throws, and on an encoding it does not know.
 */
export async function readCappedBody(
  response: IncomingMessage,
  options: { readonly maxBytes: number; readonly hasBody: boolean },
): Promise<{ readonly body: Buffer; readonly isTruncated: boolean }> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    if (!options.hasBody) return { body: Buffer.alloc(0), isTruncated: false }
    for await (const chunk of decompressed(response) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > options.maxBytes) break
    }
  } finally {
    response.destroy()
  }
  return { body: Buffer.concat(chunks).subarray(0, options.maxBytes), isTruncated: bytes > options.maxBytes }
}

function decompressed(response: IncomingMessage): AsyncIterable<unknown> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return response
  const decoder = decoderOf(encoding)
  // `pipe` carries no errors: a connection cut short would wait forever.
  response.once('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}

function decoderOf(encoding: string): Duplex {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      return createZstdDecompress()
    default:
      throw new Error(`unknown content encoding ${encoding}`)
  }
}
