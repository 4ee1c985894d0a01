import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expressionInterpreter } from 'vega-interpreter'
import { View, parse } from 'vega'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from '../../../shared/schema.ts'
import { queryResult, tableProfile, toolDisplay } from '../../../shared/tool-results.ts'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import type { TemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import type { ToolContext, ToolDefinition } from '../tool.ts'
import { chart } from './chart.ts'
import { describeData } from './describe-data.ts'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'
import { queryData } from './query-data.ts'
import { saveChart } from './save-chart.ts'

let files: TemporaryScope
let t: EngineForTests
beforeAll(async () => {
  files = await openTemporaryScope()
  t = engineForTests(files.workspace)
  t.write('sales.csv', `month,region,amount\n${sales().join('\n')}\n`)
  t.write(
    'long.csv',
    `n,words\n${Array.from({ length: 6000 }, (_, index) => `${index},${'w'.repeat(400)}`).join('\n')}\n`,
  )
})
afterAll(async () => {
  t.dispose()
  await files[Symbol.asyncDispose]()
})

const sales = () =>
  ['2024-01-01', '2024-02-01', '2024-03-01'].flatMap((month, index) => [
    `${month},North,${index + 1}.5`,
    `${month},South,${10 * index}`,
  ])

/** Only what these tools use. */
const context = () =>
  ({
    conversationId: files.by.conversationId,
    signal: new AbortController().signal,
    data: t.engine,
    files: files.scope,
  }) as unknown as ToolContext

async function run<Input extends z.ZodType>(tool: ToolDefinition<Input>, input: unknown) {
  const parsed = tool.input.parse(input)
  const calls = tool.run(parsed, context(), await tool.load())
  for (;;) {
    const step = await calls.next()
    if (step.done === true)
      return { ...step.value, targets: await tool.targets(parsed, context()), title: tool.title(parsed) }
  }
}

const jsonOf = (answer: { readonly content: readonly unknown[] }) =>
  (answer.content[0] as { readonly value: unknown }).value

test('query_data gives the model rows and the page a table', async () => {
  const sql = "SELECT region, sum(amount) AS total\nFROM 'sales.csv' GROUP BY region ORDER BY region"
  const answer = await run(queryData, { sql })
  const result = queryResult.parse(jsonOf(answer))
  expect(result).toMatchObject({
    sql,
    rows: [
      ['North', 7.5],
      ['South', 30],
    ],
    rowCount: 2,
    truncated: false,
  })
  expect(toolDisplay.parse(answer.display)).toEqual({
    kind: 'table',
    tableId: result.tableId,
    sql,
    columns: result.columns,
    rows: result.rows,
    rowCount: 2,
  })
  expect(answer).toMatchObject({
    title: "Query SELECT region, sum(amount) AS total FROM 'sales.csv' GROUP BY region ORDER BY region",
    targets: [{ kind: 'file', path: join(t.folder, 'sales.csv'), isInsideWorkspace: true }],
    isForeign: false,
  })
})

test('query_data shows the model at most 50 rows and 8,000 characters, and says so', async () => {
  const narrow = await run(queryData, { sql: "SELECT n FROM 'long.csv'" })
  expect(queryResult.parse(jsonOf(narrow))).toMatchObject({ rowCount: 6000, truncated: true })
  expect(queryResult.parse(jsonOf(narrow)).rows.length).toBe(50)
  expect(narrow.display).toMatchObject({ rowCount: 6000 })
  const wide = await run(queryData, { sql: "SELECT words, repeat('v', 5000) AS longer FROM 'long.csv'" })
  const { rows, truncated } = queryResult.parse(jsonOf(wide))
  expect([JSON.stringify(rows).length < 8100, rows.length > 5, truncated, rows[0]?.[1]]).toEqual([
    true,
    true,
    true,
    `${'v'.repeat(500)}… (4500 more characters)`,
  ])
})

test('query_data reads no file that the agent may not', async () => {
  writeFileSync(join(files.outside, 'secret.csv'), 'a\n1\n')
  symlinkSync(join(files.outside, 'secret.csv'), join(files.workspace, 'link.csv'))
  for (const path of ['/etc/passwd', '../outside/secret.csv', join(files.outside, 'secret.csv'), 'link.csv'])
    await expect(run(queryData, { sql: `SELECT * FROM '${path}'` }), path).rejects.toMatchObject({
      code: 'PATH_OUTSIDE_WORKSPACE',
    })
  await expect(run(queryData, { sql: "SELECT * FROM '.env'" })).rejects.toMatchObject({ code: 'FILE_PROTECTED' })
  await expect(run(queryData, { sql: "SELECT * FROM 'nowhere.csv'" })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})

test('an attachment makes the answer foreign', async () => {
  mkdirSync(files.attachmentsDir, { recursive: true })
  writeFileSync(join(files.attachmentsDir, 'a.csv'), 'a\n1\n')
  expect(await run(queryData, { sql: "SELECT * FROM 'attachments/a.csv'" })).toMatchObject({ isForeign: true })
  expect(await run(describeData, { file: 'attachments/a.csv' })).toMatchObject({ isForeign: true })
})

test('describe_data answers with a profile', async () => {
  const answer = await run(describeData, { file: 'sales.csv' })
  const profile = tableProfile.parse(jsonOf(answer))
  expect(profile.tables.map(({ name, rows, columns }) => [name, rows, columns.map((column) => column.type)])).toEqual([
    ['sales.csv', 6, ['DATE', 'VARCHAR', 'DOUBLE']],
  ])
  expect(answer.title).toBe('Describe sales.csv')
})

const kinds = [
  { kind: 'bar', x: 'region', y: 'amount' },
  { kind: 'bar', x: 'region' },
  { kind: 'line', x: 'month', y: 'amount', series: 'region' },
  { kind: 'area', x: 'month', y: 'amount' },
  { kind: 'scatter', x: 'amount', y: 'amount', series: 'region' },
  { kind: 'pie', x: 'region', y: 'amount' },
  { kind: 'histogram', x: 'amount' },
  { kind: 'histogram', x: 'amount', series: 'region' },
  { kind: 'stacked-bar', x: 'month', y: 'amount', series: 'region' },
  { kind: 'grouped-bar', x: 'month', y: 'amount', series: 'region' },
  { kind: 'heat-map', x: 'month', y: 'amount', series: 'region' },
  { kind: 'box', x: 'region', y: 'amount' },
  { kind: 'box', x: 'amount' },
]

test.for(kinds)('chart draws a $kind without eval', async (encoding) => {
  const answer = await run(chart, { title: 'Sales', sql: "SELECT * FROM 'sales.csv' ORDER BY month", ...encoding })
  const display = toolDisplay.parse(answer.display)
  if (display.kind !== 'chart') throw new Error('expected a chart')
  const drawn = encoding.kind === 'histogram' ? /\d bins/ : encoding.kind === 'box' ? /\d boxes/ : /6 points/
  expect(display.alt).toMatch(`Sales: ${encoding.kind} chart of ${encoding.y ?? 'count'} by ${encoding.x}, `)
  expect(display.alt).toMatch(drawn)
  const runtime = parse(display.vegaSpec as object, undefined, { ast: true })
  const svg = await new View(runtime, { renderer: 'none', expr: expressionInterpreter }).toSVG()
  expect(svg).toContain('mark-')
  expect(svg).not.toMatch(/NaN|undefined/)
})

test('chart takes odd column names for names', async () => {
  const sql = `SELECT 1 AS "a.b[0]", 2 AS "datum['x'] + 1"`
  const answer = await run(chart, { title: 'T', sql, kind: 'scatter', x: 'a.b[0]', y: "datum['x'] + 1" })
  expect(JSON.stringify(answer.display)).toContain('{"x":1,"y":2}')
})

test('chart says which column is missing or not numeric', async () => {
  const ask = (more: object) =>
    run(chart, { title: 'T', sql: "SELECT * FROM 'sales.csv'", kind: 'bar', x: 'region', ...more })
  await expect(ask({ y: 'amounts' })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    hint: 'It has: month, region, amount.',
  })
  await expect(ask({ y: 'region' })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('not numeric') as string,
  })
})

test('chart draws the first 5,000 points and says so', async () => {
  const answer = await run(chart, { title: 'T', sql: "SELECT n FROM 'long.csv'", kind: 'scatter', x: 'n' })
  expect(jsonOf(answer)).toMatchObject({
    points: 5000,
    note: 'Only the first 5000 of 6000 points are drawn. Group them in SQL to draw all.',
  })
})

test('save_chart writes a picture with its text in it', async () => {
  const input = { title: 'Sales ü', sql: "SELECT * FROM 'sales.csv'", kind: 'bar', x: 'region', y: 'amount' }
  const png = await run(saveChart, { ...input, path: 'charts/sales.png' })
  expect(png).toMatchObject({
    targets: [{ kind: 'file', path: join(t.folder, 'charts/sales.png'), isInsideWorkspace: true }],
    display: { kind: 'chart', savedAs: 'charts/sales.png' },
    content: [{ value: { savedAs: 'charts/sales.png' } }],
  })
  expect(statSync(join(t.folder, 'charts/sales.png')).size).toBeGreaterThan(10_000)
  expect(png.snapshotIds?.length).toBe(1)
  expect((await run(saveChart, { ...input, path: 'sales.svg' })).display).toMatchObject({ savedAs: 'sales.svg' })
  expect(() => saveChart.input.parse({ ...input, path: 'sales.exe' })).toThrow('.svg or .png')
})
