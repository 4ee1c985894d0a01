import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, encodeText, type TextEncoding } from './text-encoding.ts'

const encodings: readonly TextEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']

describe('text encodings', () => {
  test.each(encodings)('%s gives back the text it was given', (encoding) => {
    const text = 'Grüße – “naïve” 100 €\r\nline two\n'
    expect(decodeText(encodeText(text, encoding))).toEqual({ text, encoding })
  })

  test('any printable text survives, in the encoding it came in or in UTF-8', () => {
    const printable = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\uFEFF]/u.test(text))
    fc.assert(
      fc.property(printable, fc.constantFrom(...encodings.slice(0, 4)), (text, encoding) => {
        return decodeText(encodeText(text, encoding))?.text === text
      }),
    )
  })

  test('a character the old encoding has no place for moves the file to UTF-8', () => {
    expect(encodeText('日本', 'windows-1252')).toEqual(Buffer.from('日本'))
  })

  test.each([
    ['a zero byte', Buffer.from('a\0b')],
    ['a PDF', Buffer.from('%PDF-1.7\nplain so far')],
    ['a ZIP', Buffer.from('PK\u0003\u0004')],
  ])('%s is not text', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })
})
