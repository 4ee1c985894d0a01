import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} })

/** Columns as `name TYPE`, rows, and what is said about a file. */
async function read(name: string, content: string | Uint8Array) {
  const file = t.write(name, content)
  const { signal, onProgress } = options()
  const result = await t.engine.query(`SELECT * FROM '${name}'`, { files: [file], maxRows: 100, signal, onProgress })
  const { notes } = await t.engine.describe(file, options())
  return { columns: result.columns.map((column) => `${column.name} ${column.type}`), rows: result.rows, notes }
}

const plain = {
  columns: ['k VARCHAR', 'n BIGINT'],
  rows: [
    ['x', 1],
    ['y, z', 2],
  ],
  notes: [],
}

test.for([
  ['comma', 'k,n\nx,1\n"y, z",2\n'],
  ['semicolon', 'k;n\nx;1\ny, z;2\n'],
  ['tab', 'k\tn\nx\t1\ny, z\t2\n'],
  ['pipe', 'k|n\nx|1\ny, z|2\n'],
  ['caret', 'k^n\nx^1\ny, z^2\n'],
  ['two characters', 'k::n\nx::1\ny, z::2\n'],
  ['a declared separator', 'sep=;\r\nk;n\r\nx;1\r\ny, z;2\r\n'],
  ['apostrophes as quotes', "k,n\n'x',1\n'y, z',2\n"],
  ['CRLF', 'k,n\r\nx,1\r\n"y, z",2\r\n'],
  ['CR', 'k,n\rx,1\r"y, z",2\r'],
  ['a mixture of line ends', 'k,n\r\nx,1\n"y, z",2\r'],
  ['no line end at the end', 'k,n\nx,1\n"y, z",2'],
  ['blank lines', '\n\nk,n\n\nx,1\n\n"y, z",2\n\n\n'],
  ['commas behind the last row', 'k,n\nx,1\n"y, z",2\n,\n,\n'],
  ['a mark of UTF-8', '\u{feff}k,n\nx,1\n"y, z",2\n'],
])('reads a CSV with %s', async ([name = '', content = '']) => {
  expect(await read(`${name}.csv`, content)).toEqual(plain)
})

test.for([
  ['UTF-16 LE with its mark', Buffer.from('\u{feff}k,n\nzoé,1\n', 'utf16le')],
  ['UTF-16 LE without a mark', Buffer.from('k,n\nzoé,1\n', 'utf16le')],
  ['UTF-16 BE with its mark', Buffer.from('\u{feff}k,n\nzoé,1\n', 'utf16le').swap16()],
  ['UTF-16 BE without a mark', Buffer.from('k,n\nzoé,1\n', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('k,n\nzo\xe9,1\n', 'latin1')],
  ['UTF-8', Buffer.from('k,n\nzoé,1\n')],
] as const)('reads %s, and the same in gzip', async ([name, content]) => {
  const expected = { columns: ['k VARCHAR', 'n BIGINT'], rows: [['zoé', 1]], notes: [] }
  expect(await read(`${name}.csv`, content)).toEqual(expected)
  expect(await read(`${name}.csv.gz`, gzipSync(content))).toEqual(expected)
})

test('keeps line breaks inside quotes, whatever ends the lines, in names too', async () => {
  for (const end of ['\n', '\r\n'])
    expect((await read('breaks.csv', `"k${end}long",n${end}"a\nb",1${end}"c\r\nd",2${end}`)).rows).toEqual([
      ['a\nb', 1],
      ['c\r\nd', 2],
    ])
  expect((await read('breaks.csv', '"k\nlong",n\r\nx,1\r\n')).columns).toEqual(['k long VARCHAR', 'n BIGINT'])
})

test('takes a quote that never ends for a character', async () => {
  expect((await read('quotes.csv', 'k,n\n5" pipe,1\n"6 inch,2\nx "y" z,3\n"a" b,4\n')).rows).toEqual([
    ['5" pipe', 1],
    ['"6 inch', 2],
    ['x "y" z', 3],
    ['a b', 4],
  ])
})

test('leaves out titles above and notes and totals below, and says so', async () => {
  const sales =
    'Sales report,,\n2014,,\n\nregion,amount,cost\nNorth,10,5\nSouth,20,6\nTotal,30,11\n\nSource: our shops,,\n'
  expect(await read('titled.csv', sales)).toEqual({
    columns: ['region VARCHAR', 'amount BIGINT', 'cost BIGINT'],
    rows: [
      ['North', 10, 5],
      ['South', 20, 6],
    ],
    notes: [
      '2 lines above the table are left out: “Sales report”, “2014”.',
      '2 lines below the table are left out: “Total”, “Source: our shops”.',
    ],
  })
  expect((await read('titles.csv', 'Report\nMade by us, with care\n\na,b,c\n1,2,3\n4,5,6\n')).rows).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
})

test('counts a last row called a total that is none, and says that too', async () => {
  const found = await read('total.csv', 'company,profit\nShell,5\nBP,7\nTotal,100\n')
  expect([found.rows.length, found.notes]).toEqual([
    3,
    ['The last row is called “Total” and is counted like every other.'],
  ])
})

test('finds out that there are no names', async () => {
  const notes = ['It has no row of names, so its columns are called column_1, column_2 and so on.']
  expect(await read('nameless.csv', '1,North,10.5\n2,South,20\n')).toEqual({
    columns: ['column_1 BIGINT', 'column_2 VARCHAR', 'column_3 DOUBLE'],
    rows: [
      [1, 'North', 10.5],
      [2, 'South', 20],
    ],
    notes,
  })
  expect((await read('words.csv', 'North,yes please\nSouth,no thanks\nNorth,no thanks\n')).notes).toEqual(notes)
})

test('takes years over figures for names', async () => {
  expect((await read('wide.csv', 'country,2013,2014,2015\nPeru,1,2,3\nChile,4,5,6\n')).columns).toEqual([
    'country VARCHAR',
    '2013 BIGINT',
    '2014 BIGINT',
    '2015 BIGINT',
  ])
})

test('takes percentages over figures for names, and over percentages for values', async () => {
  const columns = async (text: string) => (await read('quantiles.csv', text)).columns
  const quantiles = ['station VARCHAR', '5% DOUBLE', '95% DOUBLE']
  expect(await columns('station,5%,95%\nPeru,1.5,9\nChile,2,8.5\n')).toEqual(quantiles)
  expect(await columns('--,5%,95%\nPeru,1.5,9\nChile,2,8.5\n')).toEqual(['-- VARCHAR', ...quantiles.slice(1)])
  expect((await columns('Bolivia,5%,95%\nPeru,1%,9%\nChile,2%,8%\n'))[0]).toBe('column_1 VARCHAR')
})

test('gives empty and repeated names others, and says so', async () => {
  expect(await read('names.csv', 'a,A,,a\n1,2,3,4\n')).toEqual({
    columns: ['a BIGINT', 'A_2 BIGINT', 'column_3 BIGINT', 'a_3 BIGINT'],
    rows: [[1, 2, 3, 4]],
    notes: ['Columns whose name was empty or taken got another: “A_2”, “column_3”, “a_3”.'],
  })
})

test('joins two rows of names', async () => {
  expect(await read('two.csv', ',2013,,2014,\nregion,sales,cost,sales,cost\nNorth,1,2,3,4\nSouth,5,6,7,8\n')).toEqual({
    columns: ['region VARCHAR', '2013 sales BIGINT', '2013 cost BIGINT', '2014 sales BIGINT', '2014 cost BIGINT'],
    rows: [
      ['North', 1, 2, 3, 4],
      ['South', 5, 6, 7, 8],
    ],
    notes: ['Its two rows of names were joined.'],
  })
  expect((await read('units.csv', 'name,length,weight\n,cm,kg\nx,1,2\ny,3,4\n')).columns).toEqual([
    'name VARCHAR',
    'length cm BIGINT',
    'weight kg BIGINT',
  ])
})

test('reads a single column, only names, and nothing at all', async () => {
  expect((await read('single.csv', 'note\nhello, world\n\nbye\n')).rows).toEqual([['hello, world'], ['bye']])
  expect((await read('numbers.csv', 'n\n1\n2\n')).columns).toEqual(['n BIGINT'])
  expect(await read('header.csv', 'a,b\n')).toEqual({ columns: ['a VARCHAR', 'b VARCHAR'], rows: [], notes: [] })
  const blank = t.write('blank.csv', '\n\n  \n')
  expect(await t.engine.describe(blank, options())).toEqual({
    file: 'blank.csv',
    tables: [],
    notes: ['It holds no table.'],
  })
  await expect(t.rows("SELECT * FROM 'blank.csv'")).rejects.toMatchObject({ code: 'FILE_MALFORMED' })
})

test('reads 2,000 columns', { timeout: 120_000 }, async () => {
  const names = Array.from({ length: 2000 }, (_, index) => `c${index}`)
  const row = names.map((_, index) => (index % 3 === 0 ? `w${index}` : index % 3 === 1 ? index : '31.12.2014'))
  t.write('wide.csv', `${names.join(',')}\n${`${row.join(',')}\n`.repeat(20)}`)
  expect(await t.rows("SELECT sum(c1), max(c2), min(c1998), count(*) FROM 'wide.csv'")).toEqual([
    [20, '2014-12-31', 'w1998', 20],
  ])
})

test('reads rows of different lengths, far down as well', async () => {
  const rows = Array.from({ length: 400_000 }, (_, index) => `${index},some words of text\n`).join('')
  t.write('ragged.csv', `n,text\n${rows}1\n`)
  expect(await t.rows("SELECT count(*), count(text), sum(n)::BIGINT FROM 'ragged.csv'")).toEqual([
    [400_001, 400_000, 79_999_800_001],
  ])
  t.write('longer.csv', `n,text\n${rows}1,x,surplus\n`)
  expect(await t.rows("SELECT count(*) FROM 'longer.csv'")).toEqual([[400_001]])
})
