import { constants } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { OpenedFile } from './open-for-reading.ts'
import { identifier, literal } from './sql-text.ts'
import { siblingSuffixes } from './unmerged-version.ts'
import type { TypedTable, TypedValue } from './write-typed-table.ts'

/**
 * The tables of an SQLite database. It is copied first, with what is not yet merged into it: SQLite would otherwise
 * create files beside the person's own. Dispose what comes back when its rows are read.
 */
export async function readDatabaseTables(
  opened: OpenedFile,
  { file, scratchDir }: { readonly file: { readonly absolute: string }; readonly scratchDir: string },
): Promise<Iterable<TypedTable> & AsyncDisposable> {
  const folder = await mkdtemp(join(scratchDir, 'sqlite-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'copy.sqlite')
    await copyFile(opened.handle, copy)
    for (const suffix of siblingSuffixes) await copySibling(file.absolute + suffix, copy + suffix)
    const database = new DatabaseSync(copy, { allowExtension: false })
    database.exec('PRAGMA trusted_schema = OFF')
    return {
      *[Symbol.iterator]() {
        const views = namesOf(database, 'view').map((name) => viewTable(database, name))
        const notes = views.flatMap((view) => (typeof view === 'string' ? [view] : []))
        for (const name of namesOf(database, 'table')) yield { ...toTable(database, name), notes }
        for (const view of views) if (typeof view !== 'string') yield { ...view, notes }
      },
      async [Symbol.asyncDispose]() {
        database.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

async function copySibling(from: string, to: string): Promise<void> {
  // A link here could lead anywhere; SQLite itself never makes one.
  const handle = await open(from, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null)
  if (handle === null) return
  try {
    if ((await handle.stat()).isFile()) await copyFile(handle, to)
  } finally {
    await handle.close()
  }
}

async function copyFile(source: FileHandle, path: string): Promise<void> {
  const target = await open(path, 'wx', 0o600)
  try {
    const buffer = Buffer.allocUnsafe(4 * 1024 ** 2)
    for (let position = 0; ;) {
      const { bytesRead } = await source.read(buffer, 0, buffer.length, position)
      if (bytesRead === 0) return
      await target.write(buffer, 0, bytesRead)
      position += bytesRead
    }
  } finally {
    await target.close()
  }
}

function namesOf(database: DatabaseSync, type: 'table' | 'view'): string[] {
  return database
    .prepare(
      `SELECT name FROM sqlite_master
       WHERE type = ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY rowid`,
    )
    .all(type)
    .map((row) => String(row['name']))
}

/** A view as a table, or why it is left out. */
function viewTable(database: DatabaseSync, name: string): TypedTable | string {
  const sql = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?").get(name)?.['sql']
  // SQLite cannot be interrupted from here, and such a view may count forever.
  if (/\bWITH\b/i.test(String(sql))) return `The view “${name}” is left out, because it may never end (WITH).`
  try {
    return toTable(database, name)
  } catch (error) {
    return `The view “${name}” is left out, because it does not work: ${(error as Error).message}.`
  }
}

function toTable(database: DatabaseSync, name: string): TypedTable {
  const columns = database
    .prepare(`SELECT name, type FROM pragma_table_info(${literal(name)})`)
    .all()
    .map((row) => ({ name: String(row['name']), declared: String(row['type']).toUpperCase() }))
  const typed = columns.map((column) => ({ name: column.name, type: columnType(database, name, column) }))
  const statement = database.prepare(
    `SELECT ${columns.map((column) => identifier(column.name)).join(', ')} FROM ${identifier(name)}`,
  )
  statement.setReadBigInts(true)
  return {
    name,
    columns: typed,
    rows: rowsOf(
      statement,
      columns.map((column) => column.name),
    ),
    notes: [],
  }
}

/** SQLite's columns hold anything: the type is what the values are, and the declaration only says which text is a date. */
function columnType(
  database: DatabaseSync,
  table: string,
  { name, declared }: { readonly name: string; readonly declared: string },
): string {
  const kinds = database
    .prepare(`SELECT DISTINCT typeof(${identifier(name)}) AS kind FROM ${identifier(table)}`)
    .all()
    .map((row) => String(row['kind']))
    .filter((kind) => kind !== 'null')
  const all = (...wanted: string[]) => kinds.length > 0 && kinds.every((kind) => wanted.includes(kind))
  if (all('integer')) return declared.startsWith('BOOL') ? 'BOOLEAN' : 'BIGINT'
  if (all('integer', 'real')) return 'DOUBLE'
  if (!all('text')) return 'VARCHAR'
  if (declared === 'DATE' && holdsOnly(database, { table, name, pattern: '____-__-__' })) return 'DATE'
  if (/^(DATETIME|TIMESTAMP)/.test(declared) && holdsOnly(database, { table, name, pattern: '____-__-__ __:__:__%' }))
    return 'TIMESTAMP'
  return 'VARCHAR'
}

function holdsOnly(
  database: DatabaseSync,
  { table, name, pattern }: { readonly table: string; readonly name: string; readonly pattern: string },
): boolean {
  const column = identifier(name)
  // `date()` is null for what is no date in the calendar.
  const sql = `SELECT count(*) AS others FROM ${identifier(table)}
    WHERE ${column} IS NOT NULL AND (${column} NOT LIKE ${literal(pattern)} OR date(${column}) IS NULL)`
  return database.prepare(sql).get()?.['others'] === 0
}

function* rowsOf(
  statement: ReturnType<DatabaseSync['prepare']>,
  names: readonly string[],
): Generator<readonly TypedValue[], void, void> {
  for (const row of statement.iterate()) yield names.map((name) => toTyped(row[name] ?? null))
}

function toTyped(value: unknown): TypedValue {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : (value as TypedValue)
}
