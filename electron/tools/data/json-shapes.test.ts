import { copyFileSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} })

async function read(name: string, content: string | Uint8Array) {
  const file = t.write(name, content)
  const result = await t.engine.query(`SELECT * FROM '${name}'`, { files: [file], maxRows: 100, ...options() })
  return { columns: result.columns.map((column) => `${column.name} ${column.type}`), rows: result.rows }
}

const kn = {
  columns: ['k VARCHAR', 'n BIGINT'],
  rows: [
    ['x', 1],
    ['y', 2],
  ],
}

test.for([
  ['an array of objects', '[{"k":"x","n":1},{"k":"y","n":2}]'],
  ['lines', '{"k":"x","n":1}\n{"k":"y","n":2}\n'],
  ['an object around the array', '{"count":2,"data":[{"k":"x","n":1},{"k":"y","n":2}],"next":null}'],
  ['objects around the array', '{"response":{"items":[{"k":"x","n":1},{"k":"y","n":2}]}}'],
  ['an array of arrays', '[["k","n"],["x",1],["y",2]]'],
  ['an array for each column', '{"k":["x","y"],"n":[1,2]}'],
  ['a mark of UTF-8', '\u{feff}[{"k":"x","n":1},{"k":"y","n":2}]'],
])('reads JSON as %s, and in gzip', async ([name = '', content = '']) => {
  expect(await read(`${name}.json`, content)).toEqual(kn)
  expect(await read(`${name}.json.gz`, gzipSync(content))).toEqual(kn)
})

test('makes columns of objects inside, and text of arrays of them', async () => {
  expect(
    await read('nested.json', '[{"a":{"b":1,"c":{"d":"x"}},"e":[1,2],"f":[{"g":1}]},{"a":{"b":2},"e":[],"h":true}]'),
  ).toEqual({
    columns: ['a.b BIGINT', 'a.c.d VARCHAR', 'e BIGINT[]', 'f VARCHAR', 'h BOOLEAN'],
    rows: [
      [1, 'x', '[1,2]', '[{"g":1}]', null],
      [2, null, '[]', null, true],
    ],
  })
})

test('makes a part of a list of objects in every row, with the key of the row and none of its figures', async () => {
  const orders = [
    { no: 'a', total: 5, lines: [{ sku: 'x', qty: 1, options: { gift: true } }, { sku: 'y' }] },
    { no: 'b', total: 7, lines: [] },
    { no: 'c', total: 9, lines: null },
    { no: 'd', total: 5, lines: [{ sku: 'x', qty: 4 }] },
  ]
  const lines = [
    ['a', 'x', 1, true],
    ['a', 'y', null, null],
    ['d', 'x', 4, null],
  ]
  t.write('orders.json', JSON.stringify(orders))
  t.write('page.json', JSON.stringify({ page: 1, data: orders }))
  t.write('orders.ndjson', orders.map((order) => JSON.stringify(order)).join('\n'))
  for (const name of ['orders.json', 'page.json', 'orders.ndjson']) {
    expect(await t.rows(`SELECT * FROM '${name}#lines' ORDER BY ALL`)).toEqual(lines)
    expect(await t.rows(`SELECT count(*), sum(total)::BIGINT FROM '${name}'`)).toEqual([[4, 26]])
  }
  const { tables, notes } = await t.engine.describe(t.file('orders.json'), {
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  expect(tables.map(({ name, columns }) => [name, ...columns.map((column) => column.name)])).toEqual([
    ['orders.json', 'no', 'total', 'lines'],
    ['orders.json#lines', 'orders no', 'sku', 'qty', 'options.gift'],
  ])
  expect(notes).toContain('The rows of “lines” are what its lists hold, each with the "orders no" of its row.')
})

test('names the key of the row for its file, beside the one that the objects of a list have', async () => {
  t.write('carts.json', '[{"id":1,"things":[{"id":7},{"id":8}]},{"id":2,"things":[{"id":7}]}]')
  expect(await t.rows(`SELECT "carts id", id FROM 'carts.json#things' ORDER BY ALL`)).toEqual([
    [1, 7],
    [1, 8],
    [2, 7],
  ])
  t.write('keyless.json', '[{"a":1.5,"things":[{"id":7}]},{"a":1.5,"things":[{"id":8}]}]')
  expect(await t.rows(`SELECT * FROM 'keyless.json#things'`)).toEqual([[7], [8]])
})

test('reads the features of GeoJSON', async () => {
  const feature = (name: string, size: number) =>
    `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,${size}]},"properties":{"name":"${name}","size":${size}}}`
  t.write('places.json', `{"type":"FeatureCollection","features":[${feature('a', 1)},${feature('b', 2)}]}`)
  expect(
    await t.rows(`SELECT "properties.name", "properties.size", "geometry.coordinates" FROM 'places.json'`),
  ).toEqual([
    ['a', 1, '[1,1]'],
    ['b', 2, '[1,2]'],
  ])
})

test('makes a part of each array when an object has several', async () => {
  t.write('graph.json', '{"nodes":[{"id":1},{"id":2}],"links":[{"from":1,"to":2}],"none":[]}')
  expect(
    await t.rows(`SELECT n.id, l."to" FROM 'graph.json#nodes' n JOIN 'graph.json#links' l ON l."from" = n.id`),
  ).toEqual([[1, 2]])
  await expect(t.rows("SELECT * FROM 'graph.json'")).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    hint: "Name one: 'graph.json#nodes', 'graph.json#links'.",
  })
})

test('knows a key that comes late, and a value of another kind', async () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `{"a":${index}}\n`).join('')
  t.write('late.ndjson', `${lines}{"a":"x","b":7}\n`)
  expect(await t.rows("SELECT count(*), max(b), max(a) FROM 'late.ndjson'")).toEqual([[30_001, 7, 'x']])
})

test('keeps text as it is in a column of text and numbers', async () => {
  expect((await read('mixed.json', '[{"a":"x"},{"a":1},{"a":{"b":2}},{"a":null}]')).rows).toEqual([
    ['x'],
    ['1'],
    ['{"b":2}'],
    [null],
  ])
})

test('reads dates in text, and none whose day may be the month', async () => {
  expect(
    await read(
      'dates.json',
      '[{"a":"Jan 31 2000","b":"01-02-2014","c":"2014-03-01","d":{"e":"31/12/2014 10:30"},"f":"2001/01/10 18:20"}]',
    ),
  ).toEqual({
    columns: ['a DATE', 'b VARCHAR', 'c DATE', 'd.e TIMESTAMP', 'f TIMESTAMP'],
    rows: [['2000-01-31', '01-02-2014', '2014-03-01', '2014-12-31T10:30:00', '2001-01-10T18:20:00']],
  })
})

test('reads one deep object as one row, plain values as a column, and nothing as nothing', async () => {
  expect(await read('deep.json', '{"a":{"b":{"c":1}},"d":"x"}')).toEqual({
    columns: ['a.b.c BIGINT', 'd VARCHAR'],
    rows: [[1, 'x']],
  })
  expect(await read('values.json', '[1,2,3]')).toEqual({ columns: ['value BIGINT'], rows: [[1], [2], [3]] })
  expect((await read('none.json', '[]')).rows).toEqual([])
})

test('keeps apart keys that differ in case only', async () => {
  expect((await read('case.json', '[{"a":1,"A":2,"":3}]')).rows).toEqual([[1, 2, 3]])
})

test('reads an object with hundreds of keys as a table of its entries', async () => {
  const entries = Array.from({ length: 300 }, (_, index) => `"id${index}":{"n":${index},"w":"x"}`).join(',')
  t.write('map.json', `{${entries}}`)
  expect(await t.rows("SELECT count(*), sum(n)::BIGINT, min(key) FROM 'map.json'")).toEqual([[300, 44_850, 'id0']])
})

test('reads public files as their makers meant them', async () => {
  const at = (name: string) => new URL(`../../../node_modules/vega-datasets/data/${name}`, import.meta.url)
  for (const name of [
    'movies.json',
    'cars.json',
    'miserables.json',
    'earthquakes.json',
    'flights-2k.json',
    'stocks.csv',
  ])
    copyFileSync(at(name), `${t.folder}/${name}`)
  const titles = (JSON.parse(readFileSync(at('movies.json'), 'utf8')) as { readonly Title: unknown }[]).map(
    ({ Title }) => Title,
  )
  const quakes = JSON.parse(readFileSync(at('earthquakes.json'), 'utf8')) as {
    readonly features: readonly { readonly properties: { readonly mag: number } }[]
  }
  const strongest = Math.max(...quakes.features.map(({ properties }) => properties.mag))
  expect((await t.rows(`SELECT Title, typeof("Release Date") FROM 'movies.json' LIMIT 1`))[0]).toEqual([
    titles[0],
    'DATE',
  ])
  expect(await t.rows("SELECT typeof(Year), count(*) FROM 'cars.json' GROUP BY 1")).toEqual([['DATE', 406]])
  expect(await t.rows("SELECT count(*) FROM 'miserables.json#nodes'")).toEqual([[77]])
  expect(await t.rows(`SELECT count(*), max("properties.mag") FROM 'earthquakes.json'`)).toEqual([[1707, strongest]])
  expect(await t.rows("SELECT typeof(date), min(date) FROM 'flights-2k.json' GROUP BY 1")).toEqual([
    ['TIMESTAMP', '2001-01-01T06:55:00'],
  ])
  expect(await t.rows("SELECT typeof(date), max(date) FROM 'stocks.csv' GROUP BY 1")).toEqual([['DATE', '2010-03-01']])
})
