import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import { makeDocx, makePlacedPdf, placedRows, table } from '../documents/make-documents.fixture.ts'
import { readHere } from '../documents/read-here.fixture.ts'
import { contentOf, createToolContext, runTool } from '../files/tool-context.fixture.ts'
import type { ToolContext } from '../tool.ts'
import { engineForTests } from './data-engine.fixture.ts'
import { describeData } from './describe-data.ts'
import { queryData } from './query-data.ts'

const stock = [
  ['Item', 'Pieces', 'Price', 'Code', 'Since'],
  ['Desk', '3', '120.5', '007', '2024-01-31'],
  ['Lamp', '12', '40', '008', '–'],
  ['Chair', '7', '80', '009', '2024-03-01'],
]
const orders = [
  ['Item', 'Ordered'],
  ['Desk', '1'],
  ['Lamp', '5'],
  ['Total', '6'],
]

let scope: Awaited<ReturnType<typeof openTemporaryScope>>
let data: ReturnType<typeof engineForTests>
let context: ToolContext
beforeAll(async () => {
  scope = await openTemporaryScope()
  data = engineForTests(scope.workspace)
  context = createToolContext(scope.scope, { data: data.engine, documents: readHere })
  await put('stock.docx', makeDocx(table(stock) + table(orders)))
  await put('orders.pdf', await makePlacedPdf([[], placedRows(orders, { columns: [60, 200], top: 600 })]))
})
afterAll(async () => {
  data.dispose()
  await scope[Symbol.asyncDispose]()
})

const put = (name: string, bytes: Buffer | string) => writeFile(path.join(scope.workspace, name), bytes)
const query = async (sql: string) =>
  (contentOf(await runTool(queryData, { sql }, context)) as { readonly rows: unknown }).rows

test('a document is described like a workbook: its tables with types and what was done to them', async () => {
  const profile = contentOf(await runTool(describeData, { file: 'stock.docx' }, context))
  expect(profile).toMatchObject({
    tables: [
      {
        name: 'stock.docx#Table 1',
        rows: 3,
        columns: [
          { name: 'Item', type: 'VARCHAR' },
          { name: 'Pieces', type: 'BIGINT' },
          { name: 'Price', type: 'DOUBLE' },
          { name: 'Code', type: 'VARCHAR' },
          { name: 'Since', missing: 1 },
        ],
      },
      { name: 'stock.docx#Table 2', rows: 2 },
    ],
    notes: ['The last row of Table 2, “Total”, adds up the others and is left out.'],
  })
})

test('tables of two documents are joined like any others', async () => {
  const sql = `SELECT s."Item", s."Pieces" - o."Ordered" FROM 'stock.docx#Table 1' s
    JOIN 'orders.pdf#page 2 table 1' o USING ("Item") ORDER BY 1`
  expect(await query(sql)).toEqual([
    ['Desk', 2],
    ['Lamp', 7],
  ])
})

test('a changed document is read anew', async () => {
  await put('changing.md', '| a | b |\n| --- | --- |\n| 1 | 2 |\n')
  expect(await query(`SELECT sum(b) FROM 'changing.md'`)).toEqual([[2]])
  await put('changing.md', '| a | b |\n| --- | --- |\n| 1 | 3 |\n')
  expect(await query(`SELECT sum(b) FROM 'changing.md'`)).toEqual([[3]])
})

test('a table that is not there is refused with the names of those that are', async () => {
  await expect(query(`SELECT * FROM 'stock.docx#Table 9'`)).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    hint: "Name one: 'stock.docx#Table 1', 'stock.docx#Table 2'.",
  })
  await put('plain.md', '# No table\n')
  await expect(query(`SELECT * FROM 'plain.md'`)).rejects.toMatchObject({ message: 'plain.md holds no table.' })
})
