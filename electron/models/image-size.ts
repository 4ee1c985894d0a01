import type { ImageBlock } from '../agent/ports.ts'

export type ImageSize = { readonly width: number; readonly height: number }

/** Enough for the headers that come before a photograph's size. */
const headerBytes = 64 * 1024

/** A picture's size from its own header, in pixels; undefined when it is not a picture of that format. */
export function readImageSize({ format, base64 }: Pick<ImageBlock, 'format' | 'base64'>): ImageSize | undefined {
  return sizeIn(format, Buffer.from(base64.slice(0, Math.ceil(headerBytes / 3) * 4), 'base64'))
}

function sizeIn(format: ImageBlock['format'], bytes: Buffer): ImageSize | undefined {
  switch (format) {
    case 'png':
      return bytes.toString('hex', 0, 8) !== '89504e470d0a1a0a' || bytes.length < 24
        ? undefined
        : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    case 'gif':
      return bytes.toString('latin1', 0, 4) !== 'GIF8' || bytes.length < 10
        ? undefined
        : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    case 'jpeg':
      return readJpegSize(bytes)
    case 'webp':
      return readWebpSize(bytes)
  }
}

/** The size stands in the first start-of-frame segment; those before it are skipped by their lengths. */
function readJpegSize(bytes: Buffer): ImageSize | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return undefined
}

function readWebpSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 30) return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}
