import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'open-database-')))
const given = join(root, 'given.csv')
const other = join(root, 'other.csv')
const out = join(root, 'out.csv')
for (const path of [given, other]) writeFileSync(path, 'a\n1\n')
mkdirSync(join(root, 'scratch'))
symlinkSync(other, join(root, 'link.csv'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = () => openDatabase({ paths: [given], bytes: null, scratchDir: join(root, 'scratch') })

test('opens the paths it is given', async () => {
  await using database = await open()
  const reader = await database.connection.runAndReadAll(`SELECT a::INTEGER FROM read_csv('${given}')`)
  expect(reader.getRows()).toEqual([[1]])
})

// What the check of the statement would let through by mistake stops here.
test.for([
  `SELECT * FROM read_csv('${other}')`,
  `SELECT * FROM '${other}'`,
  `SELECT * FROM read_csv('${root}/link.csv')`,
  `SELECT * FROM read_csv('${root}/scratch/../other.csv')`,
  `SELECT * FROM read_csv('${root}/*.csv')`,
  `SELECT * FROM glob('${root}/*')`,
  `SELECT * FROM read_text('/etc/passwd')`,
  `COPY (SELECT 1) TO '${out}'`,
  `ATTACH '${out}' AS x`,
  `EXPORT DATABASE '${out}'`,
  'INSTALL httpfs',
  'LOAD httpfs',
  "LOAD '/tmp/evil.duckdb_extension'",
  "SELECT * FROM read_csv('https://example.com/a.csv')",
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  'SET lock_configuration = false',
  "SET memory_limit = '100GB'",
  "SET extension_directory = '/tmp'",
])('refuses %s', async (sql) => {
  await using database = await open()
  await expect(database.connection.run(sql)).rejects.toThrow(
    /Permission Error|configuration has been locked|Cannot change/,
  )
  expect(existsSync(out)).toBe(false)
})

test.for([
  ['one thread', 'a little', 1000, 1],
  ['all threads', 'much', 1024 ** 3, Math.min(4, availableParallelism())],
  ['all threads', 'who knows how much', null, Math.min(4, availableParallelism())],
] as const)('takes %s for %s', async ([, , bytes, threads]) => {
  await using database = await openDatabase({ paths: [given], bytes, scratchDir: join(root, 'scratch') })
  const reader = await database.connection.runAndReadAll(`SELECT CAST(current_setting('threads') AS INTEGER)`)
  expect(reader.getRows()).toEqual([[threads]])
})

test('gives no two calls the same database, however they overlap', async () => {
  await using first = await open()
  await using second = await open()
  await first.connection.run('CREATE TABLE mine (a INTEGER)')
  await expect(second.connection.run('SELECT * FROM mine')).rejects.toThrow(/does not exist/)
  await using later = await open()
  await expect(later.connection.run('SELECT * FROM mine')).rejects.toThrow(/does not exist/)
})

test('spills into a folder of its own, which goes with it', async () => {
  const spilled = async () => {
    await using database = await open()
    const reader = await database.connection.runAndReadAll(`SELECT current_setting('temp_directory')`)
    const folder = String(reader.getRows()[0]?.[0])
    expect([folder.startsWith(join(root, 'scratch', 'spill-')), existsSync(folder)]).toEqual([true, true])
    return folder
  }
  const folders = [await spilled(), await spilled()]
  expect(folders[0]).not.toBe(folders[1])
  expect(folders.some((folder) => existsSync(folder))).toBe(false)
})
