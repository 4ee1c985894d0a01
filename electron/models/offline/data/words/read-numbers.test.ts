import { describe, expect, test } from 'vitest'
import { readNumbers } from './read-numbers.ts'
import { splitQuestion } from './split-question.ts'

const read = (text: string) => readNumbers(splitQuestion(text), 0, () => false)?.said ?? null
const number = (value: number, unit: string | null = null, comparison: string | null = null) => ({
  kind: 'number',
  value,
  unit,
  comparison,
})

describe('a number as people write it', () => {
  test.each([
    ['1,000', number(1000)],
    ['1.5k', number(1500)],
    ['200 million', number(200_000_000)],
    ['$1,000', number(1000, 'usd')],
    ['3.3 volts', number(3.3, 'volt')],
    ['10 %', number(10, 'percent')],
    ['zero', number(0)],
    ['twenty five', number(25)],
    ['a dozen', number(12)],
    ['two dozen', number(24)],
    ['half a million', number(500_000)],
    ['one million', number(1_000_000)],
    ['80+', number(80, null, '>=')],
    ['80 or better', number(80, null, '>=')],
    ['5 and under', number(5, null, '<=')],
    ['30 to 40', { kind: 'range', low: 30, high: 40, unit: null }],
    ['30-40', { kind: 'range', low: 30, high: 40, unit: null }],
    ['1.000,50', number(1000.5)],
    ['1.234.567', number(1_234_567)],
  ])('%s', (text, said) => expect(read(text)).toEqual(said))

  test('one is a number after a comparison only', () => {
    expect(read('one')).toBeNull()
    expect(readNumbers(splitQuestion('at least one'), 2, () => false)?.said).toEqual(number(1))
  })

  test('a thousand or one is neither: "1.000"', () => {
    expect(read('1.000')).toBeNull()
    expect(read('0.125')).toEqual(number(0.125))
  })

  test('what follows another number compares that one', () => {
    expect(read('5 and below 10')).toEqual(number(5))
    expect(read('5 or more than 10')).toEqual(number(5))
  })
})
