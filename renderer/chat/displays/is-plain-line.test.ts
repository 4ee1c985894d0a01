import { expect, test } from 'vitest'
import { isPlainLine } from './is-plain-line.ts'

test('a plain question may be sent, in any script', () => {
  for (const text of ['Total amount by region in sales.csv', 'only "Größe" > 5 €', '東京の売上', 'a → b']) {
    expect(isPlainLine(text)).toBe(true)
  }
})

test('a text that shows less than it holds may not', () => {
  for (const text of [
    'total\namount',
    'total amount\u200b',
    'total \u202eamount',
    'total\u{fe0f}',
    'total \u2800 amount',
    'total        amount',
    'total\tamount',
    ' total',
    'total\u001b[2Kamount',
  ]) {
    expect(isPlainLine(text)).toBe(false)
  }
})
