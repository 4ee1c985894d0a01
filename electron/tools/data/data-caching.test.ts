import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ToolOutcome } from '../../../shared/tool-results.ts'
import { openRunTools, type OpenedRunTools } from '../run-tools.fixture.ts'
import { chart } from './chart.ts'
import { engineForTests, type EngineForTests } from './data-engine.fixture.ts'
import type { DataEngine } from './data-engine.ts'
import { describeData } from './describe-data.ts'
import { changingFunctions } from './is-repeatable.ts'
import { queryData } from './query-data.ts'

let at: OpenedRunTools
let t: EngineForTests
beforeAll(async () => {
  const later = () => t.engine
  const data = new Proxy({} as DataEngine, { get: (_, name) => later()[name as keyof DataEngine] })
  at = await openRunTools([queryData, chart, describeData], { services: { data }, followsReferences: false })
  t = engineForTests(at.workspace)
  await at.put('sales.csv', 'region,amount\nNorth,1\nSouth,2\n')
})
afterAll(async () => {
  t.dispose()
  await at[Symbol.asyncDispose]()
})

const withoutMark = ({ cached: _mark, ...outcome }: ToolOutcome) => outcome
const query = (sql: string) => at.call('query_data', { sql })
const total = "SELECT sum(amount) AS total FROM 'sales.csv'"

test.each([
  ['query_data', { sql: "SELECT * FROM 'sales.csv' ORDER BY amount" }],
  ['chart', { title: 'Sales', sql: "SELECT * FROM 'sales.csv'", kind: 'bar', x: 'region', y: 'amount' }],
  ['describe_data', { file: 'sales.csv' }],
])('%s answers again from the cache, with what the page shows', async (name, input) => {
  const first = await at.call(name, input)
  const again = await at.call(name, input)
  expect([first.cached, again.cached === undefined, withoutMark(again)]).toEqual([undefined, false, first])
})

test.each([
  ['a file', 'utf-8'],
  ['a file that is converted first', 'latin1'],
] as const)('runs again when %s has changed, though size and time are as before', async (_name, encoding) => {
  const name = `${encoding}.csv`
  const put = async (content: string) => {
    await at.put(name, Buffer.from(content, encoding))
    await at.backdate(name)
  }
  const sum = `SELECT sum(n) FROM '${name}'`
  await put('n,who\n1,José\n2,Zoé\n')
  const first = await query(sum)
  await put('n,who\n1,José\n5,Zoé\n')
  const second = await query(sum)
  expect([first, second].map(({ content, cached }) => [JSON.stringify(content), cached])).toEqual([
    [expect.stringContaining('[[3]]'), undefined],
    [expect.stringContaining('[[6]]'), undefined],
  ])
})

test('runs again when the rows it would point to are gone', async () => {
  const first = await query(total)
  expect((await query(total)).cached).toBeDefined()
  for (const name of readdirSync(t.resultsDir)) rmSync(join(t.resultsDir, name))
  const again = await query(total)
  expect([again.cached, again.display?.kind === 'table' && again.display.rows]).toEqual([
    undefined,
    first.display?.kind === 'table' && first.display.rows,
  ])
  expect(again.display?.kind === 'table' && (await t.engine.hasTable(again.display.tableId))).toBe(true)
})

test.each([
  'SELECT now()',
  'SELECT current_date',
  "SELECT * FROM 'sales.csv' ORDER BY random()",
  "SELECT * FROM 'sales.csv' USING SAMPLE 1 ROWS",
  "SELECT * FROM 'sales.csv' TABLESAMPLE 50%",
  "WITH x AS (SELECT uuid() AS id) SELECT * FROM x, 'sales.csv'",
  "SELECT age(DATE '2020-01-01')",
])('runs %s each time, since its rows may differ', async (sql) => {
  await query(sql)
  expect((await query(sql)).cached).toBeUndefined()
})

test('knows every function that DuckDB itself calls changing', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const reader = await connection.runAndReadAll(
    "SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'",
  )
  const names = reader.getRows().map(([name]) => String(name))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !changingFunctions.has(name))).toEqual([])
})

test('sees what SQLite has not merged into the database yet', async () => {
  const database = new DatabaseSync(join(at.workspace, 'shop.sqlite'))
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (n); INSERT INTO t VALUES (1)',
  )
  const sum = "SELECT sum(n) FROM 'shop.sqlite#t'"
  expect(JSON.stringify((await query(sum)).content)).toContain('[[1]]')
  expect((await query(sum)).cached).toBeDefined()
  database.exec('INSERT INTO t VALUES (10)')
  const after = await query(sum)
  database.close()
  expect([after.cached, JSON.stringify(after.content)]).toEqual([undefined, expect.stringContaining('[[11]]')])
})
