import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ToolProgress } from '../../../shared/run-events.ts'
import { tableId } from '../../../shared/ids.ts'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ files: [], maxRows: 5, signal: new AbortController().signal, onProgress: () => {} })
const endless = 'SELECT count(*) FROM range(10000000000) a, range(100000) b WHERE hash(a.range + b.range) % 7 = 3'
const kept = () => readdirSync(t.resultsDir)

test('stops a long query when it is cancelled, and goes on with the next', async () => {
  const before = kept()
  const controller = new AbortController()
  const started = new EventTarget()
  const running = t.engine.query(endless, {
    ...options(),
    signal: controller.signal,
    onProgress: () => started.dispatchEvent(new Event('progress')),
  })
  await once(started, 'progress')
  const worker = t.worker()
  setTimeout(() => controller.abort(), 200)
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  expect((await t.engine.query('SELECT 42', options())).rows).toEqual([[42]])
  // By interrupting DuckDB, not by killing the process that other calls are in.
  expect(t.worker()).toBe(worker)
  expect(kept().length).toBe(before.length + 1)
  expect(kept().filter((name) => name.endsWith('.part'))).toEqual([])
  expect(readdirSync(t.scratchDir).filter((name) => name.startsWith('spill-'))).toEqual([])
})

test('does not start what was cancelled before', async () => {
  await expect(t.engine.query('SELECT 1', { ...options(), signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
})

test('says that the worker died, and starts another for the next call', async () => {
  const running = t.engine.query(endless, { ...options(), onProgress: () => t.worker()?.kill() })
  await expect(running).rejects.toMatchObject({ code: 'WORKER_DIED' })
  expect((await t.engine.query('SELECT 42', options())).rows).toEqual([[42]])
})

test('answers one query while another one runs', async () => {
  const controller = new AbortController()
  const slow = t.engine.query(endless, { ...options(), signal: controller.signal })
  expect((await t.engine.query('SELECT 42', options())).rows).toEqual([[42]])
  controller.abort()
  await expect(slow).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('reports what it does', async () => {
  t.write('a.csv', 'a\n1\n')
  const reports: ToolProgress[] = []
  await t.engine.query("SELECT * FROM 'a.csv'", {
    ...options(),
    files: [t.file('a.csv')],
    onProgress: (report) => reports.push(report),
  })
  expect(reports[0]).toEqual({ message: 'Reading a.csv' })
})

test('tells what is wrong with SQL in DuckDB’s words', async () => {
  t.write('a.csv', 'amount\n1\n')
  const ask = (sql: string) => t.engine.query(sql, { ...options(), files: [t.file('a.csv')] })
  await expect(ask("SELECT amout FROM 'a.csv'")).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    message: expect.stringMatching(/"amout" not found[\s\S]*"amount"/) as string,
  })
  await expect(ask("SELEC * FROM 'a.csv'")).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    message: expect.stringContaining('SELEC') as string,
  })
  await expect(ask("SELECT 1 -- \0 FROM 'a.csv'")).rejects.toMatchObject({ code: 'QUERY_INVALID' })
  await expect(ask("SELECT CAST('x' AS INTEGER)")).rejects.toMatchObject({ code: 'QUERY_INVALID' })
})

test('keeps the whole result in order, and pages and sorts it', async () => {
  const result = await t.engine.query(
    "SELECT i, i % 3 AS k, CASE WHEN i % 2 = 0 THEN NULL ELSE 'odd' END AS o FROM range(10000) t(i) ORDER BY hash(i)",
    options(),
  )
  expect([result.rows.length, result.rowCount, result.truncated]).toEqual([5, 10_000, true])
  const all = (await t.engine.tableRows(result.tableId, { offset: 0, limit: 10_000 })).rows
  expect(all.slice(0, 5)).toEqual(result.rows)
  expect((await t.engine.tableRows(result.tableId, { offset: 7000, limit: 3 })).rows).toEqual(all.slice(7000, 7003))
  const sorted = await t.engine.tableRows(result.tableId, {
    offset: 0,
    limit: 3,
    sort: { column: 'i', direction: 'descending' },
  })
  expect([sorted.rows.map((row) => row[0]), sorted.columns, sorted.rowCount]).toEqual([
    [9999, 9998, 9997],
    result.columns,
    10_000,
  ])
  const missing = await t.engine.tableRows(result.tableId, {
    offset: 4999,
    limit: 2,
    sort: { column: 'o', direction: 'descending' },
  })
  expect(missing.rows.map((row) => row[2])).toEqual(['odd', null])
})

test('keeps every type through the page it is read from', async () => {
  const sql = `SELECT * FROM (VALUES (170141183460469231::HUGEINT, 18446744073709551615::UBIGINT, '101'::BIT, INTERVAL 2 MONTH,
    TIMETZ '10:00:00+02', NULL, 'a'::ENUM('a', 'b'), {'x': [1, NULL]}, MAP {'k': 1}, '\\xAA'::BLOB, union_value(num := 2),
    TIMESTAMPTZ '2024-01-01 00:00:00+01', TIMESTAMP_NS '2024-01-01 00:00:00.123456789', 1e300, uuid '00000000-0000-0000-0000-000000000001'))`
  const result = await t.engine.query(sql, options())
  const page = await t.engine.tableRows(result.tableId, { offset: 0, limit: 1 })
  expect(page.rows).toEqual(result.rows)
  expect(page.rows[0]).toEqual([
    '170141183460469231',
    '18446744073709551615',
    '101',
    '2 months',
    '10:00:00+02',
    null,
    'a',
    '{"x":[1,null]}',
    '[{"key":"k","value":1}]',
    '\\xAA',
    '2',
    '2023-12-31T23:00:00Z',
    '2024-01-01T00:00:00.123456789',
    1e300,
    '00000000-0000-0000-0000-000000000001',
  ])
})

test('refuses a table id that is a path, and says when a result is gone', async () => {
  const { tableId: id } = await t.engine.query('SELECT 1 AS a', options())
  copyFileSync(join(t.resultsDir, `${id}.parquet`), join(t.folder, 'elsewhere.parquet'))
  for (const wrong of ['../workspace/elsewhere', `./${id}`, `${id}.parquet`, 'nothing-here', 'C:'])
    await expect(t.engine.tableRows(tableId.parse(wrong), { offset: 0, limit: 1 }), wrong).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
})

test('exports a result as RFC 4180 CSV', async () => {
  const { tableId: id } = await t.engine.query(
    `SELECT 'a,"b"' AS "x y", NULL AS "x y", 'line' || chr(10) || 'break' AS n, DATE '2024-01-02' AS d, '' AS e UNION ALL SELECT 'ü', 1, '', NULL, NULL`,
    options(),
  )
  mkdirSync(join(t.folder, '../out'), { recursive: true })
  const path = join(t.folder, "../out/it's.csv")
  await t.engine.exportCsv(id, path)
  expect(readFileSync(path, 'utf8')).toBe('x y,x y_1,n,d,e\r\n"a,""b""",,"line\nbreak",2024-01-02,""\r\nü,1,"",,\r\n')
})

test('adds up any column of a CSV as an independent computation does', { timeout: 120_000 }, async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ü', ',', '"', '\n', ';', "'", ' ', '#', '漢'), maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ group: text, cents: fc.integer() }), { minLength: 1, maxLength: 30 }),
      async (records) => {
        const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
        t.write(
          'random.csv',
          `group,cents\r\n${records.map(({ group, cents }) => `${quoted(`g${group}`)},${cents}\r\n`).join('')}`,
        )
        const expected = new Map<string, number>()
        for (const { group, cents } of records) expected.set(`g${group}`, (expected.get(`g${group}`) ?? 0) + cents)
        const rows = await t.rows(`SELECT "group", sum(cents) FROM 'random.csv' GROUP BY "group"`)
        expect(new Map(rows.map(([group, sum]) => [group, sum]))).toEqual(expected)
      },
    ),
    { numRuns: 60 },
  )
})
