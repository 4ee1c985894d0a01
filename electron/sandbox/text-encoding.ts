import { TextDecoder } from 'node:util'

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a file's first bytes are written; null for what is no text. `isWhole`: nothing follows them. */
export function detectEncoding(head: Uint8Array, isWhole: boolean): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (startsLikeBinary(head)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole })
  } catch {
    return 'windows-1252'
  }
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8-bom' : 'utf-8'
}

/** Text of a whole file, without its byte order mark; null for binary. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  const encoding = detectEncoding(bytes, true)
  return encoding === null ? null : { text: textDecoder(encoding).decode(bytes), encoding }
}

export function textDecoder(encoding: TextEncoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
}

/** The bytes of `text` in `encoding`; in UTF-8 when that encoding has no place for one of its characters. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'windows-1252': {
      const codes = Array.from(text, (character) => windows1252.indexOf(character))
      return codes.includes(-1) ? Buffer.from(text) : Buffer.from(codes)
    }
  }
}

/** A zero byte or a control character other than tab, line ends, form feed and escape; or a PDF, which may start as text. */
function startsLikeBinary(head: Uint8Array): boolean {
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 5)).toString('latin1') === '%PDF-') return true
  return head.some((byte) => byte < 0x20 && !textControls.has(byte))
}

const textControls = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b])
const windows1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
