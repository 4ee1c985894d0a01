import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} })

/** The type of the one column `c` beside a column of words, and its values. */
async function read(values: readonly string[], { name = 'c', separator = ',' } = {}) {
  const field = (value: string) => `"${value.replaceAll('"', '""')}"`
  const file = t.write(
    'column.csv',
    `w${separator}${name}\n${values.map((value) => `word${separator}${field(value)}\n`).join('')}`,
  )
  const result = await t.engine.query("SELECT * EXCLUDE (w) FROM 'column.csv'", {
    files: [file],
    maxRows: 100,
    ...options(),
  })
  return [result.columns[0]?.type, ...result.rows.map((row) => row[0])]
}

test.for([
  ['whole numbers', ['1', '-20', '+3', ''], ['BIGINT', 1, -20, 3, null]],
  ['decimals', ['1.5', '.5', '1e3', '-0'], ['DOUBLE', 1.5, 0.5, 1000, -0]],
  ['decimal commas', ['1.234,56', '7,5', '-1,25'], ['DOUBLE', 1234.56, 7.5, -1.25]],
  ['commas of thousands', ['1,234', '12', '1,234,567.5'], ['DOUBLE', 1234, 12, 1_234_567.5]],
  ['blanks of thousands', ['1 234', '12', '1\u00a0234\u202f567,5'], ['DOUBLE', 1234, 12, 1_234_567.5]],
  ['apostrophes of thousands', ["1'234.50", '12’345', '7'], ['DOUBLE', 1234.5, 12_345, 7]],
  ['dollars', ['$1,200.50', '-$3', '$ 4'], ['DOUBLE', 1200.5, -3, 4]],
  ['euros behind', ['1.200,50 €', '3,00€', '-4,25 €'], ['DOUBLE', 1200.5, 3, -4.25]],
  ['a currency by its code', ['CHF 1’200.50', 'CHF 7', 'CHF -3'], ['DOUBLE', 1200.5, 7, -3]],
  ['percent', ['12 %', '3.5%', '-1%'], ['DOUBLE', 12, 3.5, -1]],
  ['brackets', ['(1,200)', '35', '(0.5)'], ['DOUBLE', -1200, 35, -0.5]],
  ['a real minus', ['−1,5', '2,5'], ['DOUBLE', -1.5, 2.5]],
  ['marks of what is missing', ['1', 'NA', 'n/a', '-', 'null', '2'], ['BIGINT', 1, null, null, null, null, 2]],
  ['two currencies', ['$1', '€2'], ['VARCHAR', '$1', '€2']],
  ['leading zeros', ['00123', '45678'], ['VARCHAR', '00123', '45678']],
  ['phone numbers', ['+4915112345678', '+4915112345679'], ['VARCHAR', '+4915112345678', '+4915112345679']],
  ['more digits than a number holds', ['12345678901234567890'], ['VARCHAR', '12345678901234567890']],
  ['groups of other lengths', ['1,23', '1,234,56'], ['VARCHAR', '1,23', '1,234,56']],
  ['versions', ['1.2.3', '1.2.4'], ['VARCHAR', '1.2.3', '1.2.4']],
  ['yes and no', ['yes', 'No', ''], ['BOOLEAN', true, false, null]],
  ['one letter', ['F', 'F'], ['VARCHAR', 'F', 'F']],
] as const)('reads %s', async ([, values, expected]) => {
  expect(await read(values)).toEqual(expected)
})

test.for([
  ['ISO', ['2014-12-31', '2015-1-2'], 'DATE'],
  ['points', ['31.12.2014', '2.1.2015'], 'DATE'],
  ['the day first', ['31/12/2014', '02/01/2015'], 'DATE'],
  ['the month first', ['12/31/2014', '01/02/2015'], 'DATE'],
  ['month names', ['Dec 31 2014', 'Jan 2 2015'], 'DATE'],
  ['long month names', ['December 31, 2014', 'January 02, 2015'], 'DATE'],
  ['the day before the month’s name', ['31 December 2014', '2 January 2015'], 'DATE'],
  ['hyphens around the month’s name', ['31-Dec-2014', '02-Jan-2015'], 'DATE'],
  ['short years that are clear', ['31-Dec-14', '02-Jan-15'], 'DATE'],
  ['weekdays', ['Wed, 31 Dec 2014', 'Fri, 2 Jan 2015'], 'DATE'],
  ['slashes after the year', ['2014/12/31', '2015/01/02'], 'DATE'],
] as const)('reads dates written with %s', async ([, values, type]) => {
  expect(await read(values)).toEqual([type, '2014-12-31', '2015-01-02'])
})

test.for([
  ['2014-12-31 10:30', 'TIMESTAMP', '2014-12-31T10:30:00'],
  ['2014-12-31T10:30:05.250', 'TIMESTAMP', '2014-12-31T10:30:05.25'],
  ['31.12.2014 10:30', 'TIMESTAMP', '2014-12-31T10:30:00'],
  ['12/31/2014 10:30:05 PM', 'TIMESTAMP', '2014-12-31T22:30:05'],
  ['2014-12-31T10:30:00Z', 'TIMESTAMP WITH TIME ZONE', '2014-12-31T10:30:00Z'],
  ['2014-12-31T10:30:00+02:00', 'TIMESTAMP WITH TIME ZONE', '2014-12-31T08:30:00Z'],
  ['2014-03', 'DATE', '2014-03-01'],
  ['March 2014', 'DATE', '2014-03-01'],
  ['10:30:05', 'TIME', '10:30:05'],
] as const)('reads %s as %s', async ([value, type, expected]) => {
  expect(await read([value, value])).toEqual([type, expected, expected])
})

test('reads eight digits as dates only where the name says so', async () => {
  expect(await read(['20141231', '20150102'], { name: 'order_date' })).toEqual(['DATE', '2014-12-31', '2015-01-02'])
  expect(await read(['20141231', '20150102'], { name: 'number' })).toEqual(['BIGINT', 20_141_231, 20_150_102])
})

test('takes the first of every month over years for a month', async () => {
  expect(await read(['1/1/2014', '2/1/2014', '3/1/2014', '1/1/2015'])).toEqual([
    'DATE',
    '2014-01-01',
    '2014-02-01',
    '2014-03-01',
    '2015-01-01',
  ])
})

test.for([
  ['whose day may be the month', ['01/02/2014', '03/04/2014']],
  ['in two orders', ['31/12/2014', '12/31/2014']],
  ['in two spellings', ['2014-12-31', '31.12.2014']],
  ['whose century may be another', ['31-Dec-45', '01-Jan-14']],
  ['that are seasons', ['2010-11', '2011-12']],
  ['with days that are none', ['2014-02-30', '2014-02-31']],
] as const)('leaves dates %s as text', async ([, values]) => {
  expect(await read(values)).toEqual(['VARCHAR', ...values])
})

test('leaves a comma unclear where it may be either, unless another column tells', async () => {
  expect(await read(['1,234', '5,678'], { separator: ';' })).toEqual(['VARCHAR', '1,234', '5,678'])
  t.write('telling.csv', 'a;b\n1,234;1,5\n5,678;2,25\n')
  expect(await t.rows("SELECT * FROM 'telling.csv'")).toEqual([
    [1.234, 1.5],
    [5.678, 2.25],
  ])
  t.write('points.csv', 'a;b\n1.234;1,5\n5.678;2,25\n')
  expect(await t.rows("SELECT * FROM 'points.csv'")).toEqual([
    [1234, 1.5],
    [5678, 2.25],
  ])
})

test('says what stays text although it looks like dates or numbers', async () => {
  const notesOf = async (name: string, content: string) =>
    (await t.engine.describe(t.write(name, content), options())).notes
  expect(await notesOf('unclear.csv', 'day,n\n01/02/2014,x\n03/04/2014,y\n')).toEqual([
    '“day” looks like dates, but day and month or the century cannot be told apart (01/02/2014), so it is text.',
  ])
  expect(await notesOf('comma.csv', 'w;n\nx;1,234\ny;5,678\n')).toEqual([
    '“n” looks like numbers, but its comma may part thousands or decimals (1,234), so it is text.',
  ])
  const many = Array.from({ length: 20 }, (_, index) => `x,${index}\n`).join('')
  expect(await notesOf('almost.csv', `w,n\n${many}x,about 7\n`)).toEqual([
    '“n” is text, because not all of its values are numbers (“about 7”).',
  ])
})

const later = (first: string, last: string) =>
  `n,c\n${Array.from({ length: 12_000 }, (_, index) => `${index},"${first}"\n`).join('')}0,"${last}"\n`

test.for([
  ['31.12.2014', 'unknown'],
  ['31.12.2014', '1.13.2014'],
  ['2014-12-31', '2014-12-31 10:30'],
  ['2014-12-31T10:30:00Z', '2014-12-31T10:30:00'],
  ['$1,200', '€3'],
  ['$1,200', '1,2'],
  ['12 %', '12 ‰'],
  ['17', '1O'],
  ['true', 'maybe'],
] as const)('never drops a value: %s becomes text when %s comes later', async ([first, last]) => {
  t.write('later.csv', later(first, last))
  expect(await t.rows("SELECT count(*), count(c), typeof(any_value(c)) FROM 'later.csv'")).toEqual([
    [12_001, 12_001, 'VARCHAR'],
  ])
  // What was learnt holds for a query that does not meet that row.
  expect(await t.rows("SELECT typeof(c) FROM 'later.csv' LIMIT 1")).toEqual([['VARCHAR']])
  const { notes } = await t.engine.describe(t.file('later.csv'), options())
  expect(notes).toEqual(['“c” is text, because a later value does not fit the others.'])
})

test('still reads numbers when what is missing is marked far down', async () => {
  t.write('marked.csv', later('17', 'N/A'))
  expect(await t.rows("SELECT count(c), sum(c)::BIGINT, typeof(any_value(c)) FROM 'marked.csv'")).toEqual([
    [12_000, 204_000, 'BIGINT'],
  ])
})

test('keeps a leading zero that comes late where the name tells of an identifier', async () => {
  t.write('zips.csv', later('98101', '00501').replace('n,c', 'n,zip_code'))
  expect(await t.rows("SELECT min(zip_code) FROM 'zips.csv'")).toEqual([['00501']])
})

test('takes NA for missing among words, not among codes', async () => {
  t.write('words.csv', 'sex,continent\nmale,EU\nNA,NA\nfemale,AS\n')
  expect(await t.rows("SELECT * FROM 'words.csv'")).toEqual([
    ['male', 'EU'],
    [null, 'NA'],
    ['female', 'AS'],
  ])
})

test('types the text of databases, and leaves their digits as their maker stored them', async () => {
  const database = new DatabaseSync(t.file('shop.sqlite').absolute)
  database.exec(`CREATE TABLE orders (day TEXT, price TEXT, code TEXT);
    INSERT INTO orders VALUES ('31.12.2014', '1.200,50 €', '123'), ('2.1.2015', '3,00 €', '456')`)
  database.close()
  expect(await t.rows("SELECT max(day), sum(price), max(code), typeof(any_value(code)) FROM 'shop.sqlite'")).toEqual([
    ['2015-01-02', 1203.5, '456', 'VARCHAR'],
  ])
})
