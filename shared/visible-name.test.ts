import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleName } from './visible-name.ts'

test('line ends, escapes, bidi overrides and invisible characters are spelled out', () => {
  expect(visibleName('a\nb\r\t.csv')).toBe('a\\nb\\r\\t.csv')
  expect(visibleName('invoice\u202Efdp.exe')).toBe('invoice\\u{202e}fdp.exe')
  expect(visibleName('\u001B[2Jx\u200By')).toBe('\\u{1b}[2Jx\\u{200b}y')
})

test('ordinary names in any language stay as they are', () => {
  for (const name of ['Umsatz 2026 (für Ömer).xlsx', '売上.csv', 'отчёт.md', 'rapport – final.pdf', '📈.png'])
    expect(visibleName(name)).toBe(name)
})

test('nothing shown can start a new line or act on the text around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(visibleName(name))),
  )
})
