import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableProfile, type Distribution, type TableProfile } from '../../../shared/tool-results.ts'
import { openDatabase, type Database } from './open-database.ts'
import { profileMeter } from './profile-meter.ts'
import { profileTable } from './profile-table.ts'

let scratchDir: string
let database: Database
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'profile-table-'))
  database = await openDatabase({ paths: [], bytes: null, scratchDir })
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  rmSync(scratchDir, { recursive: true, force: true })
})

const isLarge = { textBytes: 1e9 }
const isSmall = { textBytes: 1000 }

async function profile(select: string, { textBytes }: { readonly textBytes: number | null } = isSmall) {
  await database.connection.run(`CREATE OR REPLACE VIEW "it's.csv" AS ${select}`)
  const meter = profileMeter(1, () => {})
  const { signal } = new AbortController()
  const table = await profileTable(database.connection, {
    name: "it's.csv",
    textBytes,
    readAs: new Map([['amount', 'amounts in €']]),
    meter,
    signal,
  })
  return tableProfile.parse({ file: "it's.csv", tables: [table], notes: [] }).tables[0]!
}

type Table = TableProfile['tables'][number]
const spread = (table: Table, column = 0) => table.columns[column]?.distribution
const figures = (distribution: Distribution | undefined) =>
  distribution?.kind === 'figures' ? distribution : undefined
const bars = (distribution: Distribution | undefined) =>
  distribution?.kind === 'values' ? undefined : distribution?.histogram

test('says how figures are spread', async () => {
  expect(spread(await profile('SELECT unnest([1, 2, 2, 3, 10]) AS n'))).toEqual({
    kind: 'figures',
    mean: 3.6,
    standardDeviation: expect.closeTo(3.6469, 4) as number,
    lowerQuartile: 2,
    median: 2,
    upperQuartile: 3,
    histogram: { edges: [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], counts: [1, 2, 1, 0, 0, 0, 0, 0, 0, 1] },
  })
})

test('counts the most common texts, and empty ones apart', async () => {
  const table = await profile(`SELECT unnest(['b', 'a', 'a', '', '', NULL, repeat('x', 100), repeat('x', 100)]) AS t`)
  expect([table.columns[0]?.missing, spread(table)]).toEqual([
    1,
    {
      kind: 'values',
      empty: 2,
      common: [
        { value: 'a', count: 2 },
        { value: `${'x'.repeat(80)}…`, count: 2 },
        { value: 'b', count: 1 },
      ],
    },
  ])
})

test('lists no common values where each is there once', async () => {
  expect(spread(await profile(`SELECT 'n' || i AS t FROM range(20) r(i)`))).toEqual({
    kind: 'values',
    empty: 0,
    common: [],
  })
})

test('lays dates and times on an axis', async () => {
  const table = await profile(
    `SELECT DATE '2024-01-01' + i::INT AS d, TIMESTAMP '2024-01-01' + INTERVAL (i) HOUR AS t,
       TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i) HOUR AS z FROM range(3) r(i)`,
  )
  expect(spread(table)).toEqual({
    kind: 'times',
    histogram: { edges: ['2024-01-01', '2024-01-01', '2024-01-02', '2024-01-03'], counts: [1, 1, 1] },
  })
  const [times, zoned] = [bars(spread(table, 1)), bars(spread(table, 2))]
  expect([times?.edges[0], times?.edges.at(-1), zoned?.edges.at(-1)]).toEqual([
    '2024-01-01T00:00:00',
    '2024-01-01T02:00:00',
    '2024-01-01T02:00:00Z',
  ])
  expect(times?.counts.reduce((sum, count) => sum + count, 0)).toBe(3)
})

test('leaves out what cannot be added up, and says how much', async () => {
  const table = await profile(`SELECT unnest([1.0, 3.0, 'nan', 'inf', '-inf', 1e300, NULL]::DOUBLE[]) AS n`)
  expect(figures(spread(table))).toMatchObject({ mean: 2, median: 2, leftOut: 4 })
})

test.each([
  ['nothing', `SELECT NULL::INT AS a, NULL::VARCHAR AS b, NULL::DATE AS c FROM range(3)`],
  ['no rows', `SELECT 1 AS a, 'x' AS b, DATE '2024-01-01' AS c WHERE false`],
  ['nested values', `SELECT [1, 2] AS a, {'x': 1} AS b, MAP {'k': 1} AS c`],
  ['nothing finite', `SELECT 'nan'::DOUBLE AS a, 'infinity'::DATE AS c, '-infinity'::TIMESTAMP AS d`],
])('takes a table with %s', async (_name, select) => {
  for (const size of [isSmall, isLarge]) {
    const table = await profile(select, size)
    expect(table.columns.map(({ distribution }) => bars(distribution))).toEqual(table.columns.map(() => undefined))
  }
})

test('takes ends of the calendar and of what a number can be', async () => {
  const table = await profile(
    `SELECT unnest(['5877641-06-24', '0001-01-01']::DATE[]) AS a, unnest([-170141183460469231731687303715884105728, 1]::HUGEINT[]) AS b,
       unnest([9223372036854775807, -9223372036854775808]) AS c, unnest([1e-320, 5e-324]::DOUBLE[]) AS d, unnest([true, NULL]) AS e`,
  )
  expect(table.columns.map(({ distribution }) => distribution?.kind)).toEqual([
    'times',
    'figures',
    'figures',
    'figures',
    'values',
  ])
})

test('says what the text of a column was taken for', async () => {
  const table = await profile('SELECT 1.5 AS amount, 2 AS other')
  expect(table.columns.map(({ readAs }) => readAs)).toEqual(['amounts in €', undefined])
})

test('counts rows that are there before', async () => {
  const rows = `(VALUES (1, 'a', [1]), (1, 'a', [1]), (1, 'a', [2]), (NULL, NULL, NULL), (NULL, NULL, NULL)) AS v(a, b, c)`
  expect((await profile(`SELECT * FROM ${rows}`)).duplicateRows).toBe(2)
  expect((await profile(`SELECT * FROM range(5)`)).duplicateRows).toBe(0)
})

test('takes two thousand columns with alike names', { timeout: 120_000 }, async () => {
  const columns = Array.from({ length: 2000 }, (_, at) => `i + ${at} AS "${at % 2 === 0 ? 'Ä' : 'ä'} ""${at}"""`)
  const table = await profile(`SELECT ${columns.join(', ')} FROM range(3) r(i)`)
  expect(table.columns.map(({ name, min }) => [name, min]).at(-1)).toEqual(['ä "1999"', 1999])
  expect(figures(spread(table, 1999))?.mean).toBe(2000)
})

test('counts a large table whole in its one pass, and spreads a sample', async () => {
  const table = await profile(
    `SELECT i AS n, 'g' || (i % 4) AS g, CASE WHEN i % 10 = 0 THEN NULL ELSE '' END AS e FROM range(300_000) r(i)`,
    // As many bytes as it would have, were it large.
    { textBytes: 1e9 },
  )
  const [n, g, e] = table.columns
  expect([table.rows, n?.missing, n?.min, n?.max, g?.distinct, e?.missing]).toEqual([300_000, 0, 0, 299_999, 4, 30_000])
  expect([figures(n?.distribution)?.mean, e?.distribution]).toMatchObject([149_999.5, { empty: 270_000 }])
  expect(table.sampledRows).toBeGreaterThan(0)
  const drawn = bars(n?.distribution)
  expect([drawn?.edges[0], drawn?.edges.at(-1)]).toEqual([0, 299_999])
  expect(drawn?.counts.reduce((sum, count) => sum + count, 0)).toBe(table.sampledRows)
})

test('measures any figures as an independent computation does', { timeout: 120_000 }, async () => {
  const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  await fc.assert(
    fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 40 }), async (values) => {
      const table = await profile(`SELECT unnest([${values.map((value) => value.toExponential()).join(', ')}]) AS n`)
      const found = figures(spread(table))!
      const sorted = values.toSorted((a, b) => a - b)
      const at = (share: number) => {
        const place = share * (sorted.length - 1)
        const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
        return low + (high - low) * (place - Math.floor(place))
      }
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const near = (value: number) => expect.closeTo(value, 3) as number
      expect([found.mean, found.lowerQuartile, found.median, found.upperQuartile]).toEqual(
        [mean, at(0.25), at(0.5), at(0.75)].map(near),
      )
      const { edges, counts } = found.histogram!
      const expected = counts.map(
        (_, bin) =>
          values.filter((value) => (bin === 0 || value > Number(edges[bin])) && value <= Number(edges[bin + 1])).length,
      )
      expect(counts).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})
