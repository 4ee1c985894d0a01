import { describe, expect, test } from 'vitest'
import { isYearColumn, type Column } from './table-columns.ts'

const whole = (name: string, min: number, max: number): Column => ({
  name,
  type: 'BIGINT',
  min,
  max,
  missing: 0,
  distinct: 9,
  examples: [],
})

describe('a column of years', () => {
  test.each([
    ['birth_year', 1950, 2001],
    ['founded', 1801, 1990],
    ['start', 1066, 1952],
    ['year', 1, 9],
  ])('is %s from %d to %d', (name, min, max) => {
    expect(isYearColumn(whole(name, min, max))).toBe(true)
  })
  test.each([
    ['order', 1001, 1120],
    ['close', 1040, 1850],
    ['moved', 1001, 2050],
    ['sold', 1200, 1900],
    ['founded', 1, 90],
  ])('is not %s from %d to %d, which may be a number or a price', (name, min, max) => {
    expect(isYearColumn(whole(name, min, max))).toBe(false)
  })
})
