import { describe, expect, test } from 'vitest'
import { correctSpelling } from './correct-spelling.ts'
import type { Table } from '../columns/table-columns.ts'

const column = { missing: 0, distinct: 3, min: null, max: null, examples: [] }
const table: Table = {
  name: 'seattle-weather.csv',
  rows: 10,
  columns: [
    { name: 'weather', type: 'VARCHAR', ...column },
    { name: 'temp_max', type: 'DOUBLE', ...column },
  ],
}
const corrected = (question: string, ...words: readonly string[]) =>
  correctSpelling(question, words, table)?.question ?? null

describe('a misspelt word', () => {
  test('is taken for the one word of the table or the grammar that is near', () => {
    expect(corrected('averge temp max', 'averge')).toBe('average temp max')
    expect(corrected('days in febuary', 'febuary')).toBe('days in february')
    expect(corrected('rainy days in seatle', 'seatle')).toBe('rainy days in seattle')
  })

  test('of the question itself is a slip of the fingers', () => {
    expect(corrected('waht is the averge wind', 'waht', 'averge')).toBe('what is the average wind')
    expect(corrected('how mnay rows', 'mnay')).toBe('how many rows')
    expect(corrected('rows wiht zorb', 'wiht', 'zorb')).toBe('rows with zorb')
  })

  test('is said to be taken so', () => {
    expect(correctSpelling('days in febuary', ['febuary'], table)?.assumptions).toEqual([
      'took “febuary” for “february”',
    ])
  })

  test('leaves a word alone that is spelt as it should be beside it', () => {
    expect(corrected('days in the seatle weather', 'seatle', 'weather')).toBe('days in the seattle weather')
    expect(corrected('how is the weather', 'weather')).toBeNull()
  })

  test.each(['matches', 'zorb', 'dy', 'early'])('is none when nothing is near: %s', (word) => {
    expect(corrected(`number of ${word}`, word)).toBeNull()
  })
})
