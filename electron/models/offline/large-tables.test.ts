import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableProfile } from '../../../shared/tool-results.ts'
import { openDatabase } from '../../tools/data/open-database.ts'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

let space: OfflineWorkspace
beforeAll(async () => {
  space = await openOfflineWorkspace({})
})
afterAll(async () => {
  await space[Symbol.asyncDispose]()
})

/** Written by DuckDB from a query, since as text it would take minutes. */
async function write(name: string, select: string): Promise<void> {
  const path = join(space.workspace, name)
  await using database = await openDatabase({ paths: [path], bytes: null, scratchDir: space.workspace })
  await database.connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`)
}

/** The profile that was made on the way to an answer. */
function profileIn({ history }: Awaited<ReturnType<OfflineWorkspace['ask']>>) {
  const answers = history.flatMap(({ content }) => content.filter((block) => block.type === 'tool-result'))
  const profiles = answers.flatMap(({ content }) => content.flatMap((part) => (part.type === 'json' ? part.value : [])))
  return profiles.map((json) => tableProfile.safeParse(json)).find(({ success }) => success)?.data
}

test('sums fifty million rows by group, and profiles them', { timeout: 300_000 }, async () => {
  await write(
    'gauges.parquet',
    'SELECT CAST(i % 4 AS TINYINT) AS station, CAST(i % 1000 AS SMALLINT) AS rainfall FROM range(50_000_000) t(i)',
  )
  const asked = await space.ask('Total rainfall by station in gauges.parquet')
  // Each station has every fourth of the figures 0 to 999, fifty thousand times.
  const totalOf = (station: number) =>
    50_000 * Array.from({ length: 250 }, (_, at) => station + at * 4).reduce((sum, figure) => sum + figure, 0)
  for (const station of [0, 1, 2, 3])
    expect(asked.markdown).toContain(`| ${station} | ${totalOf(station).toLocaleString('en-US')} |`)

  const [table] = profileIn(asked)?.tables ?? []
  expect(table?.rows).toBe(50_000_000)
  expect(table?.sampledRows).toBeGreaterThan(40_000)
  expect(table?.columns).toMatchObject([
    { name: 'station', missing: 0, distinct: 4, min: 0, max: 3 },
    { name: 'rainfall', missing: 0, distinct: 1000, min: 0, max: 999 },
  ])
})

test('finds one of two thousand columns', { timeout: 300_000 }, async () => {
  const columns = Array.from({ length: 2000 }, (_, at) => `i * ${at} AS gauge_${at}`)
  await write('wide.parquet', `SELECT ${columns.join(', ')} FROM range(1, 5) t(i)`)
  const { markdown } = await space.ask('Total gauge_1234 in wide.parquet')
  expect(markdown).toContain((1234 * (1 + 2 + 3 + 4)).toLocaleString('en-US'))
})

test('says of a table without rows that it has none, and sums them to nothing', { timeout: 60_000 }, async () => {
  await write('empty.parquet', 'SELECT 1 AS station, 2.5 AS rainfall WHERE false')
  const told = async (question: string) => (await space.ask(question)).markdown
  expect(await told('How many rows are in empty.parquet?')).toContain('has **0** rows')
  expect(await told('Describe empty.parquet')).toContain('**0** rows and **2** columns')
  expect(await told('Total rainfall in empty.parquet')).toContain('has no total *rainfall* to compute')
  expect(await told('Total rainfall by station in empty.parquet')).toContain('No row of *empty.parquet* matches')
})
