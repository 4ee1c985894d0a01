import { describe, expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'
import { firstPages, missingPages, nextSort, pageSize, rowAt, withPage } from './table-pages.ts'

const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => [from + at])
const none: ReadonlySet<number> = new Set()

describe('table pages', () => {
  it('starts from the rows that came with the result', () => {
    const small = firstPages(rows(0, 3), 3)
    expect(missingPages(small, { first: 0, last: 2, onTheWay: none })).toEqual([])
    expect(rowAt(small, 2)).toEqual([2])
  })

  it('does not take a part of the first page for all of it', () => {
    expect(missingPages(firstPages(rows(0, 50), 1000), { first: 0, last: 10, onTheWay: none })).toEqual([0])
  })

  it('asks for each page in view once', () => {
    const table = firstPages(rows(0, pageSize), 1000)
    const range = { first: pageSize - 5, last: 3 * pageSize, onTheWay: new Set([2]) }
    expect(missingPages(table, range)).toEqual([1, 3])
  })

  it('puts rows where they belong', () => {
    const table = withPage(firstPages([], 1000), { sort: null, page: 2, rows: rows(2 * pageSize, pageSize) })
    expect(rowAt(table, 2 * pageSize + 7)).toEqual([2 * pageSize + 7])
    expect(rowAt(table, 0)).toBeUndefined()
  })

  it('drops rows of an order that is no longer wanted', () => {
    const sorted = { sort: { column: 'a', direction: 'ascending' as const }, pages: {} }
    expect(withPage(sorted, { sort: null, page: 0, rows: rows(0, 1) })).toBe(sorted)
    expect(withPage(sorted, { sort: { column: 'a', direction: 'descending' }, page: 0, rows: [] })).toBe(sorted)
  })

  it('goes from ascending to descending to the order of the query', () => {
    const first = nextSort(null, 'a')
    const second = nextSort(first, 'a')
    expect([first?.direction, second?.direction, nextSort(second, 'a')]).toEqual(['ascending', 'descending', null])
    expect(nextSort(second, 'b')).toEqual({ column: 'b', direction: 'ascending' })
  })
})

describe('columnWidths', () => {
  it('grows with names and values and stays within bounds', () => {
    const columns = ['a', 'b', 'a_rather_long_name'].map((name) => ({ name, type: 'VARCHAR' }))
    const [short = 0, long = 0, named = 0] = columnWidths(columns, [['x', 'y'.repeat(500), 'z']])
    expect(short).toBeLessThan(named)
    expect(named).toBeLessThan(long)
    expect(long).toBe(320)
  })
})
