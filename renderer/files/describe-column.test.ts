import { expect, it } from 'vitest'
import { columnRange, columnSummary, formatFigure, formatShare, formatValue, kindOfColumn } from './describe-column.ts'
import type { ProfiledColumn, ProfiledTable } from './describe-column.ts'

const column = (more: Partial<ProfiledColumn>): ProfiledColumn => ({
  name: 'a',
  type: 'VARCHAR',
  missing: 0,
  distinct: 3,
  min: null,
  max: null,
  examples: [],
  ...more,
})
const table = (more: Partial<ProfiledTable> = {}): ProfiledTable => ({ name: 'a.csv', rows: 100, columns: [], ...more })

it.each([
  ['BIGINT', 'number'],
  ['UTINYINT', 'number'],
  ['DECIMAL(18,3)', 'number'],
  ['DOUBLE', 'number'],
  ['DATE', 'date'],
  ['TIMESTAMP WITH TIME ZONE', 'time'],
  ['BOOLEAN', 'yes or no'],
  ['INTEGER[]', 'nested'],
  ['STRUCT(a INTEGER)', 'nested'],
  ['VARCHAR', 'text'],
  ['INTERVAL', 'text'],
  ['BLOB', 'text'],
])('calls %s %s', (type, kind) => {
  expect(kindOfColumn(column({ type }))).toBe(kind)
})

it('sums a column up in one line', () => {
  expect(columnSummary(column({}), table())).toBe('text, 3 different')
  expect(columnSummary(column({ missing: 1, type: 'DATE' }), table({ sampledRows: 50 }))).toBe(
    'date, about 3 different, 1 % missing',
  )
  expect(columnSummary(column({ distinct: 100 }), table())).toBe('text, all different')
  expect(columnSummary(column({ type: 'DOUBLE', distinct: 1011 }), table({ rows: 2000 }))).toBe(
    'number, 1,011 different',
  )
  expect(columnSummary(column({ distinct: 0, missing: 100 }), table())).toBe('text, all missing')
  expect(columnSummary(column({ distinct: 0 }), table({ rows: 0 }))).toBe('text')
})

it('says from where to where figures and times go, and nothing of texts', () => {
  const ends = { min: -1, max: 7999.25 }
  expect(columnRange(column({ type: 'DOUBLE', ...ends }))).toBe('−1 to 7999.25')
  expect(columnRange(column({ type: 'DOUBLE', ...ends, distinct: 1 }))).toBeNull()
  expect(columnRange(column({ min: 'a', max: 'b' }))).toBeNull()
  expect(columnRange(column({ type: 'DATE' }))).toBeNull()
})

it('never rounds a share to nothing or to all', () => {
  expect([formatShare(1, 100_000), formatShare(99_999, 100_000), formatShare(0, 0), formatShare(5, 5)]).toEqual([
    'under 1 %',
    'over 99 %',
    '0 %',
    '100 %',
  ])
})

it('writes values as people read them', () => {
  const figures = [0, 2014, -12345.678, 0.1 + 0.2, 1e20, 1e-9, 1234567890123]
  expect(figures.map(formatFigure)).toEqual([
    '0',
    '2014',
    '−12,345.7',
    '0.3',
    '1.000e20',
    '1.000e-9',
    '1,234,567,890,123',
  ])
  expect(formatValue('2024-01-02T03:04:05', column({ type: 'TIMESTAMP' }))).toBe('2024-01-02 03:04:05')
  expect(formatValue('170141183460469231731', column({ type: 'HUGEINT' }))).toBe('170141183460469231731')
})
