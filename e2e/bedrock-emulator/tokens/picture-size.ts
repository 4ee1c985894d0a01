export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Width and height in pixels from the header of a PNG, GIF, JPEG or WebP; undefined where there is none to read. */
export function pictureSize(base64: string): PictureSize | undefined {
  const bytes = Buffer.from(base64.slice(0, headerCharacters), 'base64')
  try {
    if (bytes.readUInt32BE(0) === pngSignature) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (bytes.toString('latin1', 0, 4) === 'GIF8') {
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    }
    if (bytes.readUInt16BE(0) === jpegSignature) return jpegSize(bytes)
    return bytes.toString('latin1', 8, 12) === 'WEBP' ? webpSize(bytes) : undefined
  } catch (error) {
    // Node's own refusal to read past the end: the header is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Enough for a JPEG whose camera put a preview and a colour profile before the size. */
const headerCharacters = 512 * 1024
const pngSignature = 0x89_50_4e_47
const jpegSignature = 0xff_d8

/** Segments follow each other, each with a marker and its length, until the frame header that holds the size. */
function jpegSize(bytes: Buffer): PictureSize | undefined {
  for (let offset = 2; bytes.readUInt8(offset) === 0xff;) {
    const marker = bytes.readUInt8(offset + 1)
    if (isFrameHeader(marker)) return { width: bytes.readUInt16BE(offset + 7), height: bytes.readUInt16BE(offset + 5) }
    offset += 2 + bytes.readUInt16BE(offset + 2)
  }
  return undefined
}

/** SOF0 to SOF15, but for the tables that share their range: DHT, JPG and DAC. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The three kinds of first chunk: lossy, lossless, extended. */
function webpSize(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}
