import { describe, expect, test } from 'vitest'
import { dateOfQuestion } from './date-of-question.ts'
import type { Column, Table } from './table-columns.ts'

const date = (name: string, missing = 0): Column => ({
  name,
  type: 'DATE',
  missing,
  distinct: 300,
  min: '2022-01-01',
  max: '2024-12-31',
  examples: [],
})

const choose = (
  question: string,
  forWords: string,
  dates = [date('ordered_on'), date('shipped_on')],
  name = 'lines.csv',
) => {
  const table: Table = { name, rows: 400, columns: dates }
  const chosen = dateOfQuestion(question, { dates, table, forWords })
  return chosen === null ? null : `${chosen.column.name}${chosen.isAssumed ? ', assumed' : ''}`
}

describe('which of several dates', () => {
  test.each([
    ['how many were shipped in Dec 2023', 'December 2023', 'shipped_on'],
    ['how many orders in Dec 2023', 'December 2023', 'ordered_on'],
    ['orders sent in Dec 2023', 'December 2023', 'shipped_on'],
    ['number placed per month', 'month', 'ordered_on'],
    ['in which month were most of them dispatched', 'month', 'shipped_on'],
    ['ordered in May and shipped in June', 'may', 'ordered_on'],
    ['ordered in May and shipped in June', 'june', 'shipped_on'],
    ['total amount in May', 'may', null],
    ['in May, how many ordered and shipped', 'may', null],
    ['in May, how many with a delivery', 'may', null],
  ])('“%s”: “%s” is about %s', (question, forWords, expected) => {
    expect(choose(question, forWords)).toBe(expected)
  })

  test('the one the table is called after, unless the question speaks of another', () => {
    const dates = [date('visit_date'), date('follow_up')]
    expect(choose('total fee in May', 'may', dates, 'visits.parquet')).toBe('visit_date, assumed')
    expect(choose('how many follow ups in May', 'may', dates, 'visits.parquet')).toBe('follow_up')
  })

  test('the only one that every row has, which is said', () => {
    expect(choose('total fine in May', 'may', [date('out'), date('in', 40)])).toBe('out, assumed')
    expect(choose('total fine in May', 'may', [date('out', 3), date('in', 40)])).toBeNull()
  })
})
