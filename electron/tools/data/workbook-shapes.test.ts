import { DatabaseSync } from 'node:sqlite'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} })

type Sheet = { readonly name: string; readonly rows: string; readonly state?: string; readonly merged?: string }
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of sheets given as the XML of their rows. Style 1 is a date, 2 a percentage. */
function workbook(sheets: readonly Sheet[]): Uint8Array {
  const file = (text: string) => strToU8(`<?xml version="1.0"?>${text}`)
  const related = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`
  return zipSync({
    '[Content_Types].xml': file('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': file(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': file(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map((_, index) => related(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('')}${related(99, 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/styles.xml': file(
      `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ rows, merged }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        file(
          `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merged === undefined ? '' : `<mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells>`}</worksheet>`,
        ),
      ]),
    ),
  })
}

function row(number: number, cells: readonly (string | number | null)[]): string {
  const xml = cells.map((cell, index) => {
    const at = `${String.fromCodePoint(65 + index)}${number}`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    return cell.startsWith('<')
      ? cell.replace('<c ', `<c r="${at}" `)
      : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
  })
  return `<row r="${number}">${xml.join('')}</row>`
}

test('reads a sheet with titles above, totals below, formulas, dates and amounts in text', async () => {
  t.write(
    'report.xlsx',
    workbook([
      {
        name: 'Sales',
        merged: 'A1:D1',
        rows:
          row(1, ['Sales 2014', null, null, null]) +
          row(3, ['Region', 'Amount', 'Day', 'Written']) +
          row(4, ['North', '<c ><f>4+6</f><v>10</v></c>', '<c s="1"><v>42004</v></c>', '1.200,50 €']) +
          row(5, ['South', 20, '<c s="1"><v>42005</v></c>', '3,00 €']) +
          row(6, ['Total', 30, null, null]) +
          row(8, ['Source: our shops']),
      },
    ]),
  )
  expect(await t.rows("SELECT * FROM 'report.xlsx'")).toEqual([
    ['North', 10, '2014-12-31', 1200.5],
    ['South', 20, '2015-01-01', 3],
  ])
  const { notes } = await t.engine.describe(t.file('report.xlsx'), options())
  expect(notes).toEqual([
    'One line above the table is left out: “Sales 2014”.',
    '2 lines below the table are left out: “Total”, “Source: our shops”.',
  ])
})

test('joins the names of merged groups with those below them', async () => {
  t.write(
    'groups.xlsx',
    workbook([
      {
        name: 'Groups',
        merged: 'B1:C1',
        rows:
          row(1, ['Region', '2013', null, '2014', null]) +
          row(2, [null, 'sales', 'cost', 'sales', 'cost']) +
          row(3, ['North', 1, 2, 3, 4]) +
          row(4, ['South', 5, 6, 7, 8]),
      },
    ]),
  )
  expect(await t.rows(`SELECT Region, "2013 sales", "2014 cost" FROM 'groups.xlsx'`)).toEqual([
    ['North', 1, 4],
    ['South', 5, 8],
  ])
})

test('says which sheets are hidden or empty', async () => {
  const table = row(1, ['k', 'n']) + row(2, ['x', 1])
  const file = t.write(
    'sheets.xlsx',
    workbook([
      { name: 'Shown', rows: table },
      { name: 'Secret &amp; co', rows: table, state: 'veryHidden' },
      { name: 'Nothing', rows: '' },
    ]),
  )
  const { tables, notes } = await t.engine.describe(file, options())
  expect([tables.map(({ name }) => name), notes]).toEqual([
    ['sheets.xlsx#Shown', 'sheets.xlsx#Secret & co'],
    ['The sheet “Nothing” is empty.', 'The sheet “Secret & co” is hidden in the workbook.'],
  ])
})

test('refuses a workbook that expands to gigabytes, whatever it says of itself', async () => {
  const honest = workbook([{ name: 'A', rows: ' '.repeat(4 * 1024 ** 2) }])
  await expect(t.engine.describe(t.write('fine.xlsx', honest), options())).resolves.toMatchObject({ tables: [] })
  const directory = Buffer.from(honest)
  const at = directory.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  const lying = Buffer.from(directory)
  lying.writeUInt32LE(1000, at + 24)
  const huge = Buffer.from(directory)
  huge.writeUInt32LE(2 * 1024 ** 3, at + 24)
  for (const content of [lying, huge])
    await expect(t.engine.describe(t.write('bomb.xlsx', content), options())).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
})

test('reads tables of SQLite of every kind, and says which views it leaves out', async () => {
  const database = new DatabaseSync(t.file('kinds.sqlite').absolute)
  database.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE "odd ""name"" #1" (a INTEGER, "b.c" TEXT);
    INSERT INTO "odd ""name"" #1" VALUES (1, 'x'), (2, 'y');
    CREATE TABLE pairs (k TEXT PRIMARY KEY, n REAL) WITHOUT ROWID;
    INSERT INTO pairs VALUES ('x', 1.5), ('y', 2);
    CREATE TABLE none (a INTEGER);
    CREATE VIEW doubled AS SELECT k, n * 2 AS twice FROM pairs;
    CREATE VIEW broken AS SELECT * FROM gone;
    CREATE VIEW endless AS WITH c AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS n FROM c`)
  expect(
    await t.rows(`SELECT o.a, p.n, d.twice FROM 'kinds.sqlite#odd "name" #1' o
      JOIN 'kinds.sqlite#pairs' p ON p.k = o."b.c" JOIN 'kinds.sqlite#doubled' d ON d.k = p.k ORDER BY o.a`),
  ).toEqual([
    [1, 1.5, 3],
    [2, 2, 4],
  ])
  const { tables, notes } = await t.engine.describe(t.file('kinds.sqlite'), options())
  expect([tables.map(({ name, rows }) => [name, rows]), notes]).toEqual([
    [
      ['kinds.sqlite#odd "name" #1', 2],
      ['kinds.sqlite#pairs', 2],
      ['kinds.sqlite#none', 0],
      ['kinds.sqlite#doubled', 2],
    ],
    [
      'The view “broken” is left out, because it does not work: no such table: main.gone.',
      'The view “endless” is left out, because it may never end (WITH).',
    ],
  ])
  database.close()
})
