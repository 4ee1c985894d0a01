import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} })
const csv = 'id,region,amount\n1,North,10.5\n2,South,20\n3,North,\n'

test.for([
  ["'sales.csv'"],
  ['"sales.csv"'],
  ['sales.csv'],
  ["'sub dir/more sales.csv'"],
  ["'it''s.csv'"],
  ["'a.b.csv'"],
])('reads a file named %s', async ([name = '']) => {
  for (const path of ['sales.csv', 'sub dir/more sales.csv', "it's.csv", 'a.b.csv']) t.write(path, csv)
  expect(
    await t.rows(`SELECT region, sum(amount) AS total FROM ${name} GROUP BY region ORDER BY region; -- done`),
  ).toEqual([
    ['North', 10.5],
    ['South', 20],
  ])
})

test('reads TSV, gzip, JSON, NDJSON and Parquet alike', async () => {
  t.write('a.tsv', 'k\tv\nx\t1\ny\t2\n')
  t.write('a.csv.gz', gzipSync('k,v\nx,1\ny,2\n'))
  t.write('a.json', '[{"k":"x","v":1},{"k":"y","v":2}]')
  t.write('a.ndjson', '{"k":"x","v":1}\n{"k":"y","v":2}\n')
  t.write('a.json.gz', gzipSync('[{"k":"x","v":1},{"k":"y","v":2}]'))
  for (const name of ['a.tsv', 'a.csv.gz', 'a.json', 'a.ndjson', 'a.json.gz'])
    expect(await t.rows(`SELECT k, v FROM '${name}' ORDER BY k`), name).toEqual([
      ['x', 1],
      ['y', 2],
    ])
})

test('reads CSV as people have it', async () => {
  const read = async (name: string, content: string | Uint8Array) => {
    t.write(name, content)
    return t.rows(`SELECT * FROM '${name}'`)
  }
  expect(await read('bom.csv', '\u{feff}a,b\n"x, ""y""\nz",2\n')).toEqual([['x, "y"\nz', 2]])
  expect(await read('short.csv', 'a,b,c\n1,2\n3,4,5\n')).toEqual([
    [1, 2, null],
    [3, 4, 5],
  ])
  expect(await read('long.csv', 'a,b\n1,2\n3,4,5\n6,7\n')).toEqual([
    [1, 2, null],
    [3, 4, 5],
    [6, 7, null],
  ])
  expect(await read('hash.csv', 'a,b\n#1,2\n3,4\n')).toEqual([
    ['#1', 2],
    ['3', 4],
  ])
  expect(await read('zip.csv', 'zip,n\n00123,1\n01234,2\n')).toEqual([
    ['00123', 1],
    ['01234', 2],
  ])
  expect(await read('semicolon.csv', 'a;b\nx;2\n')).toEqual([['x', 2]])
  expect(await read('header.csv', 'a,b\n')).toEqual([])
  expect(await read('one.csv', 'notes\nhello, world\nbye\n')).toEqual([['hello, world'], ['bye']])
  expect(await read('latin.csv', Buffer.from('name,n\ncaf\xe9,1\n', 'latin1'))).toEqual([['café', 1]])
  expect(await read('utf16.csv', Buffer.from('\u{feff}name,n\ncafé,1\n', 'utf16le'))).toEqual([['café', 1]])
  expect(await read('dates.csv', 'd,t\n2024-01-31,2024-01-31T10:00:00Z\n')).toEqual([
    ['2024-01-31', '2024-01-31T10:00:00Z'],
  ])
  const ragged = `a,b\n${'1,"x\ny"\n'.repeat(3)}2\n`
  expect(await read('ragged-quotes.csv', ragged)).toEqual([
    [1, 'x\ny'],
    [1, 'x\ny'],
    [1, 'x\ny'],
    [2, null],
  ])
})

test('falls back to text when a value far down does not fit its column', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `${index},${'x'.repeat(350)}\n`).join('')
  t.write('late.csv', `n,note\n${rows}not a number,end\n`)
  expect(await t.rows("SELECT count(*), count(TRY_CAST(n AS BIGINT)), max(n) FROM 'late.csv'")).toEqual([
    [100_001, 100_000, 'not a number'],
  ])
})

test('gives numbers that fit as numbers and the rest as exact text', async () => {
  expect(
    await t.rows(`SELECT 1::TINYINT, 9007199254740991, 9007199254740993, 0.1::FLOAT, 0.1::DOUBLE, 'nan'::DOUBLE,
      12.50::DECIMAL(9,2), 1234567890123456.78::DECIMAL(18,2), true, NULL, DATE '2024-02-29', TIMESTAMP '2024-02-29 10:30:00',
      [1, 2], {'a': 'x'}, sum(5) OVER (), INTERVAL 3 DAY, TIME '10:00'`),
  ).toEqual(
    [
      [
        1,
        9007199254740991,
        '9007199254740993',
        0.1,
        0.1,
        'NaN',
        12.5,
        '1234567890123456.78',
        true,
        null,
        '2024-02-29',
        '2024-02-29T10:30:00',
        '["1","2"]',
        '{"a":"x"}',
        5,
        '3 days',
        '10:00:00',
      ],
    ].map((row) => row.map((cell) => (cell === '["1","2"]' ? '[1,2]' : cell))),
  )
})

test('keeps columns of one name apart', async () => {
  const result = await t.engine.query('SELECT 1 AS a, 2 AS a, 3 AS A', { ...options(), files: [], maxRows: 10 })
  expect({ columns: result.columns.map((column) => column.name), rows: result.rows }).toEqual({
    columns: ['a', 'a', 'A'],
    rows: [[1, 2, 3]],
  })
})

test('joins a sheet, an SQLite table and a CSV', async () => {
  t.write('book.xlsx', workbook())
  const database = new DatabaseSync(t.file('shop.sqlite').absolute)
  database.exec(`PRAGMA journal_mode = WAL; CREATE TABLE orders (id INTEGER, code TEXT, day DATE, big INTEGER, note TEXT);
    INSERT INTO orders VALUES (1, '007', '2024-01-02', 9007199254740993, '\\N'), (2, 'x', NULL, 1, NULL)`)
  t.write('sales.csv', csv)
  expect(
    await t.rows(`SELECT s.id, b."Plan", b."When", o.code, o.day, o.big, o.note FROM 'sales.csv' s
      JOIN 'book.xlsx#Budget 2024' b ON b."Id" = s.id JOIN 'shop.sqlite#orders' o ON o.id = s.id ORDER BY s.id`),
  ).toEqual([
    [1, 12.5, '2024-03-01', '007', '2024-01-02', '9007199254740993', '\\N'],
    [2, 13, '2024-03-02', 'x', null, 1, null],
  ])
  database.close()
})

test('sees a workbook that was saved again', async () => {
  t.write('again.xlsx', workbook())
  expect(await t.rows(`SELECT sum("Plan") FROM 'again.xlsx#Budget 2024'`)).toEqual([[25.5]])
  t.write('again.xlsx', workbook(100))
  expect(await t.rows(`SELECT sum("Plan") FROM 'again.xlsx#Budget 2024'`)).toEqual([[112.5]])
})

test('lists the sheets when a workbook of several is named alone', async () => {
  t.write('book.xlsx', workbook())
  await expect(t.rows("SELECT * FROM 'book.xlsx'")).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    message: 'book.xlsx holds 2 tables.',
    hint: "Name one: 'book.xlsx#Budget 2024', 'book.xlsx#Other'.",
  })
})

test('profiles a file: types, missing, distinct, ranges and examples', async () => {
  const profile = await t.engine.describe(t.write('sales.csv', csv), options())
  expect(profile).toMatchObject({
    file: 'sales.csv',
    notes: [],
    tables: [
      {
        name: 'sales.csv',
        rows: 3,
        columns: [
          { name: 'id', type: 'BIGINT', missing: 0, distinct: 3, min: 1, max: 3, examples: [1, 2, 3] },
          {
            name: 'region',
            type: 'VARCHAR',
            missing: 0,
            distinct: 2,
            min: 'North',
            max: 'South',
            examples: ['North', 'South'],
          },
          { name: 'amount', type: 'DOUBLE', missing: 1, distinct: 2, min: 10.5, max: 20, examples: [10.5, 20] },
        ],
      },
    ],
  })
})

test('profiles every sheet of a workbook', async () => {
  const profile = await t.engine.describe(t.write('book.xlsx', workbook()), options())
  expect(
    profile.tables.map(({ name, rows, columns }) => [
      name,
      rows,
      columns.map((column) => `${column.name} ${column.type}`),
    ]),
  ).toEqual([
    ['book.xlsx#Budget 2024', 2, ['Id BIGINT', 'Plan DOUBLE', 'When DATE', 'column_4 VARCHAR']],
    ['book.xlsx#Other', 1, ['k VARCHAR']],
  ])
})

test.for([
  ['empty.csv', '', 'FILE_MALFORMED', 'empty.csv is empty (0 bytes).'],
  ['empty.parquet', '', 'FILE_MALFORMED', 'empty.parquet is empty (0 bytes).'],
  ['broken.json', '{"a":', 'FILE_MALFORMED', /^broken.json could not be read: /],
  ['broken.xlsx', 'PK not really', 'FILE_MALFORMED', 'broken.xlsx could not be read as an Excel workbook.'],
  ['text.xlsx', 'hello', 'FILE_MALFORMED', 'text.xlsx is not an Excel workbook, though its name says so.'],
  [
    'locked.xlsx',
    Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    'FILE_ENCRYPTED',
    'locked.xlsx is protected with a password, or encrypted.',
  ],
  ['locked.parquet', 'PARE....PARE', 'FILE_ENCRYPTED', 'locked.parquet is protected with a password, or encrypted.'],
  ['cut.parquet', 'PAR1 and then nothing', 'FILE_MALFORMED', /^cut.parquet could not be read: /],
  ['fake.sqlite', 'hello', 'FILE_MALFORMED', /^fake.sqlite is not an SQLite database/],
  ['cut.sqlite', 'SQLite format 3\0 and then nothing', 'FILE_MALFORMED', /^cut.sqlite could not be read: /],
  ['binary.csv', Buffer.from([1, 0, 2, 0, 255]), 'FILE_MALFORMED', 'binary.csv is not text, though its name says so.'],
  ['broken.csv.gz', 'hello', 'FILE_MALFORMED', 'broken.csv.gz is not gzip data, though its name says so.'],
  ['photo.png', 'hello', 'FILE_MALFORMED', 'photo.png is not a kind of table file this app reads.'],
] as const)('says in a sentence why it cannot read %s', async ([name, content, code, message]) => {
  const file = t.write(name, content)
  const expected = { code, message: typeof message === 'string' ? message : (expect.stringMatching(message) as string) }
  await expect(t.engine.describe(file, options())).rejects.toMatchObject(expected)
  await expect(t.rows(`SELECT * FROM '${name}'`)).rejects.toMatchObject(expected)
})

test('says which file is gone', async () => {
  await expect(t.rows("SELECT * FROM 'nowhere.csv'")).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})

/** Two sheets; the first has a title row, a date, text in one number column's place, and a column without a name. */
function workbook(plan = 13): Uint8Array {
  const cell = (ref: string, value: number | string, style = '') =>
    typeof value === 'number'
      ? `<c r="${ref}"${style}><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
  const sheet = (rows: string) =>
    strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    )
  const date = ' s="1"'
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Budget 2024" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1">${cell('A1', 'Plan of the year')}</row>
       <row r="2">${cell('A2', 'Id')}${cell('B2', 'Plan')}${cell('C2', 'When')}</row>
       <row r="3">${cell('A3', 1)}${cell('B3', 12.5)}${cell('C3', 45352, date)}${cell('D3', 'why')}</row>
       <row r="4">${cell('A4', 2)}${cell('B4', plan)}${cell('C4', 45353, date)}</row>`,
    ),
    'xl/worksheets/sheet2.xml': sheet(`<row r="1">${cell('A1', 'k')}</row><row r="2">${cell('A2', 'v')}</row>`),
  })
}
