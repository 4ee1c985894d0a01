import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => {
  t = engineForTests()
  t.write('sales.csv', 'a\n1\n')
  t.write('secret.csv', 'password\nhunter2\n')
})
afterAll(() => t.dispose())

const attempt = (sql: string, names: readonly string[] = ['sales.csv']) =>
  t.engine.query(sql, {
    files: names.map(t.file),
    maxRows: 10,
    signal: new AbortController().signal,
    onProgress: () => {},
  })

const reading = [
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM READ_TEXT('/etc/passwd')",
  "SELECT * FROM '/etc/passwd'",
  "SELECT (SELECT max(content) FROM read_text('/etc/passwd'))",
  "SELECT a FROM 'sales.csv' WHERE a IN (SELECT column0 FROM read_csv('/etc/passwd'))",
  "WITH x AS (SELECT * FROM read_blob('/etc/passwd')) SELECT * FROM x",
  "SELECT * FROM 'sales.csv' UNION ALL SELECT * FROM read_csv_auto('secret.csv')",
  "SELECT * FROM 'secret.csv'",
  "SELECT * FROM './sales.csv'",
  "SELECT * FROM '../workspace/secret.csv'",
  "SELECT * FROM '*.csv'",
  "SELECT * FROM glob('/**')",
  "SELECT * FROM sniff_csv('/etc/passwd')",
  "SELECT * FROM parquet_metadata('/etc/passwd')",
  "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
  "SELECT * FROM query_table('secret.csv')",
  "SELECT * FROM '/proc/self/environ'",
  'SELECT * FROM duckdb_settings()',
  'SELECT * FROM sqlite_master',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM duckdb_secrets()',
  "SELECT getenv('HOME')",
  "SELECT * FROM 'https://example.com/a.csv'",
  "SELECT * FROM 's3://bucket/a.parquet'",
]
const writing = [
  "COPY (SELECT 1) TO 'out.csv'",
  "COPY 'sales.csv' TO '/tmp/out.csv'",
  "ATTACH 'x.db'",
  "ATTACH '/etc/passwd' AS x (TYPE sqlite)",
  'INSTALL httpfs',
  'LOAD httpfs',
  "LOAD '/tmp/evil.duckdb_extension'",
  "SET memory_limit = '100GB'",
  'RESET memory_limit',
  'PRAGMA database_list',
  'PRAGMA enable_profiling',
  'CREATE TABLE x AS SELECT 1',
  "CREATE MACRO f() AS TABLE SELECT * FROM read_text('/etc/passwd')",
  'DROP VIEW "sales.csv"',
  "INSERT INTO 'sales.csv' VALUES (1)",
  "DELETE FROM 'sales.csv'",
  "UPDATE 'sales.csv' SET a = 2",
  'CHECKPOINT',
  "EXPORT DATABASE '/tmp/out'",
  "IMPORT DATABASE '/tmp'",
  'CALL pragma_version()',
  "PREPARE p AS COPY (SELECT 1) TO 'out.csv'",
  'BEGIN',
  'EXPLAIN ANALYZE SELECT 1',
  'SELECT 1; SELECT 2',
  "SELECT 1; COPY (SELECT 1) TO 'out.csv'",
  "SELECT 1) TO '/tmp/out.parquet' (FORMAT parquet); --",
  "FROM enable_logging('QueryLog', storage = 'file', storage_path = '/tmp/log')",
  "FROM enable_profiling(save_location = '/tmp/profile.json')",
  'FROM force_checkpoint()',
  '',
  '-- nothing',
  'SELECT ?',
  'SELECT $name',
]

test.for([...reading, ...writing])('refuses %s', async (sql) => {
  await expect(attempt(sql)).rejects.toMatchObject({
    code: expect.stringMatching(/^QUERY_(INVALID|NOT_READ_ONLY)$/) as string,
  })
})

test.for([
  'SELECT 1; SELECT 2',
  "SELECT 1; COPY (SELECT 1) TO 'out.csv'",
  'SET threads = 1',
  "COPY 'sales.csv' TO 'out.csv'",
])('knows that it is not one query: %s', async (sql) => {
  await expect(attempt(sql)).rejects.toMatchObject({ code: 'QUERY_NOT_READ_ONLY' })
})

test('leaves nothing behind by all that', () => {
  expect(readdirSync(t.folder).toSorted()).toEqual(['sales.csv', 'secret.csv'])
  expect(
    ['/tmp/out.csv', '/tmp/out', '/tmp/out.parquet', '/tmp/log', '/tmp/profile.json'].filter((path) =>
      existsSync(path),
    ),
  ).toEqual([])
})

test('reads what it is given and nothing beside it', async () => {
  expect((await attempt("SELECT a FROM 'sales.csv'")).rows).toEqual([[1]])
  await expect(attempt("SELECT * FROM 'sales.csv', 'secret.csv'")).rejects.toMatchObject({
    code: 'QUERY_INVALID',
    message: 'The query reads “secret.csv”, which is not one of the files it may read.',
  })
})

test('does not follow a link that took a checked file’s place', async () => {
  const { absolute } = t.write('swapped.csv', 'a\n1\n')
  rmSync(absolute)
  symlinkSync(join(t.folder, 'secret.csv'), absolute)
  await expect(attempt("SELECT * FROM 'swapped.csv'", ['swapped.csv'])).rejects.toMatchObject({
    code: 'PATH_OUTSIDE_WORKSPACE',
  })
  rmSync(absolute)
})

test('sends nothing to the network', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expect(attempt(`SELECT * FROM 'http://127.0.0.1:${port}/a.csv'`)).rejects.toMatchObject({
    code: 'QUERY_INVALID',
  })
  await expect(attempt(`SELECT * FROM read_csv('http://127.0.0.1:${port}/a.csv')`)).rejects.toMatchObject({
    code: 'QUERY_NOT_READ_ONLY',
  })
  expect(asked).toEqual([])
  server.close()
})

test('knows the files a statement reads, and no other words in it', async () => {
  const named = (sql: string) => t.engine.filesNamed(sql, { signal: new AbortController().signal })
  expect(
    await named(`WITH recent AS (SELECT * FROM 'sales.csv' WHERE note = 'old.csv' -- 'comment.csv'
      ) SELECT * FROM recent JOIN "b c.json" USING (id) JOIN shop.csv ON true
      WHERE id IN (SELECT id FROM 'book.xlsx#Sheet 1') AND EXISTS (FROM RECENT)`),
  ).toEqual(expect.arrayContaining(['sales.csv', 'b c.json', 'shop.csv', 'book.xlsx#Sheet 1']))
  expect(await named("DESCRIBE 'sales.csv'")).toEqual(['sales.csv'])
  expect(await named('SELECT 1')).toEqual([])
})
