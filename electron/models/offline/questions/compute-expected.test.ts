import { describe, expect, test } from 'vitest'
import { computeExpected } from './compute-expected.fixture.ts'
import { rawRowsOf, sourcePath } from './data-sets.fixture.ts'
import type { Computation, Figure } from './expectation.fixture.ts'
import { readRawRows, type RawRow } from './read-raw-rows.fixture.ts'

const over = (rows: readonly RawRow[], computation: Computation) => computeExpected(computation, () => rows)

const figureOf = (rows: readonly RawRow[], figure: Figure) => {
  const expected = over(rows, { figure })
  return expected.kind === 'figures' ? expected.figures[0] : undefined
}

describe('the reference evaluator', () => {
  test.each([
    ['cars', 406],
    ['penguins', 344],
    ['seattle', 4 * 365 + 1],
    ['diamonds', 53_940],
    ['movies', 3201],
    ['olympians', 11_538],
  ])('reads every row of %s', (dataSet, rows) => {
    expect(rawRowsOf(dataSet)).toHaveLength(rows)
  })

  test('reads quoted fields, empty ones and NaN as missing', () => {
    const metros = rawRowsOf('two-cities', 'city wages.csv')
    expect(metros[0]).toMatchObject({ Metro: 'new york-newark-jersey city, ny-nj-pa', state_display: null })
    expect(figureOf(rawRowsOf('penguins'), { missing: 'body_mass_g' })).toEqual([2])
  })

  test("finds what is known of Anscombe's first quartet", () => {
    const rows = readRawRows(sourcePath({ from: 'vega-datasets/anscombe.json' })).filter(({ Series }) => Series === 'I')
    expect(figureOf(rows, { mean: 'X' })).toEqual([9])
    expect(figureOf(rows, { mean: 'Y' })?.[0]).toBeCloseTo(7.5, 2)
    expect(figureOf(rows, { deviation: 'X' })?.[0]).toBeCloseTo(Math.sqrt(11), 12)
    expect(figureOf(rows, { correlation: ['X', 'Y'] })?.[0]).toBeCloseTo(0.816, 3)
  })

  test('counts the cars of each origin', () => {
    expect(over(rawRowsOf('cars'), { by: ['Origin'] })).toEqual({
      kind: 'groups',
      groups: [
        { key: [{ text: 'USA', unit: 'value' }], figures: [[254]] },
        { key: [{ text: 'Europe', unit: 'value' }], figures: [[73]] },
        { key: [{ text: 'Japan', unit: 'value' }], figures: [[79]] },
      ],
    })
  })

  const small: readonly RawRow[] = [
    { day: '2024-01-31', shop: 'A', sold: 1 },
    { day: '2024-02-01', shop: 'A', sold: 2 },
    { day: '2024-04-30', shop: 'B', sold: 3 },
    { day: '2025-01-01', shop: 'B', sold: null },
    { day: '2025-01-06', shop: null, sold: 14 },
    { day: '2025-01-06', shop: null, sold: 14 },
  ]

  test.each<[Figure, readonly (number | string)[]]>([
    ['rows', [6]],
    [{ count: 'sold' }, [5]],
    [{ missing: 'shop' }, [2]],
    [{ distinct: 'shop' }, [2]],
    [{ sum: 'sold' }, [34]],
    [{ mean: 'sold' }, [6.8]],
    [{ median: 'sold' }, [3]],
    [{ min: 'sold' }, [1]],
    [{ max: 'sold' }, [14]],
    [{ spread: 'sold' }, [13]],
    [{ percentile: ['sold', 50] }, [3, 3]],
    [{ duplicates: 'whole rows' }, [1, 1, 2]],
    [{ earliest: 'day' }, ['2024-01-31']],
    [{ latest: 'day' }, ['2025-01-06']],
    [{ share: 'rows', where: [['shop', 'is', 'A']] }, [1 / 3, 100 / 3]],
    [
      { change: { sum: 'sold' }, from: [['day', 'in year', 2024]], to: [['day', 'in year', 2025]] },
      [22, 28 / 6 - 1, 100 * (28 / 6 - 1)],
    ],
  ])('computes %j over rows counted by hand', (figure, expected) => {
    expect(figureOf(small, figure)).toEqual(expected)
  })

  test('sorts dates into periods by their first day', () => {
    const days = (unit: 'year' | 'quarter' | 'month' | 'week' | 'weekday') => {
      const expected = over(small, { by: [{ [unit]: 'day' }] })
      return expected.kind === 'groups' ? expected.groups.map(({ key }) => key[0]?.text) : []
    }
    expect(days('year')).toEqual(['2024-01-01', '2025-01-01'])
    expect(days('quarter')).toEqual(['2024-01-01', '2024-04-01', '2025-01-01'])
    expect(days('week')).toEqual(['2024-01-29', '2024-04-29', '2024-12-30', '2025-01-06'])
    expect(days('weekday')).toEqual(['Wednesday', 'Thursday', 'Tuesday', 'Monday'])
  })

  test('ranks groups, names those beyond a limit and finds a place', () => {
    const by = { by: ['shop'], figure: { sum: 'sold' } } satisfies Computation
    expect(over(small, { ...by, lowest: 1 })).toMatchObject({ kind: 'ranked', keep: 1, groups: [{}, {}] })
    expect(over(small, { ...by, having: ['>', 2] })).toEqual({ kind: 'names', names: ['A', 'B'] })
    expect(over(small, { ...by, figure: { max: 'sold' }, rankOf: 'A' })).toMatchObject({
      kind: 'figures',
      figures: [[2]],
    })
  })

  test('joins many rows to one, and refuses a key that is not unique', () => {
    const shops: readonly RawRow[] = [
      { id: 'A', city: 'Oslo' },
      { id: 'B', city: 'Rome' },
    ]
    const rowsOf = (name: string | undefined) => (name === 'shops' ? shops : small)
    const join = { with: 'shops', on: ['shop', 'id'] as [string, string] }
    expect(computeExpected({ join, where: [['city', 'is', 'Oslo']], figure: { sum: 'sold' } }, rowsOf)).toEqual({
      kind: 'figures',
      figures: [[3]],
      mayBeListed: false,
    })
    expect(() => computeExpected({ join: { with: 'sales', on: ['shop', 'shop'] } }, rowsOf)).toThrow('not unique')
  })

  test('refuses a column that is not there', () => {
    expect(() => over(small, { where: [['colour', 'is', 'red']] })).toThrow('colour')
    expect(() => over(small, { figure: { sum: 'colour' } })).toThrow('colour')
    expect(() => over(small, { by: ['colour'] })).toThrow('colour')
  })
})
