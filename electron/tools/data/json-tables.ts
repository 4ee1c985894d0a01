import { DuckDBTypeId } from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBMapType } from '@duckdb/node-api'
import { flattenColumns, entriesOf, isList, isNested, isStruct, withTextDates } from './flatten-columns.ts'
import type { NestedColumn } from './flatten-columns.ts'
import { interruptible } from './interruptible.ts'
import { listTables } from './json-list-tables.ts'
import { fieldOf, fieldsOf, type JsonTable, type ObjectRows } from './json-rows.ts'
import { openDatabase } from './open-database.ts'
import { readRows } from './read-rows.ts'
import { identifier, literal } from './sql-text.ts'

/**
 * The tables of a JSON file in UTF-8: an array of objects, a line for each, or the arrays of objects inside one object,
 * each a part with its path as name when there are several. Objects within are columns like `a.b`, and a list of objects
 * in every row is a part of its own. All of the file is looked at, because a key may come late; once for each `key`.
 */
export async function jsonTables(
  path: string,
  options: {
    readonly key: string
    readonly shown: string
    readonly bytes: number
    readonly isOneObject: boolean
    readonly scratchDir: string
    readonly signal: AbortSignal
  },
): Promise<readonly JsonTable[]> {
  const known = knownTables.get(options.key)
  if (known !== undefined) return known
  await using database = await openDatabase({ paths: [path], bytes: options.bytes, scratchDir: options.scratchDir })
  const { connection } = database
  const message = `Reading ${options.shown}`
  const found = await interruptible(connection, { signal: options.signal, progress: () => {}, message }, () =>
    findTables(connection, path, options),
  )
  if (knownTables.size >= mostKnown) knownTables.delete([...knownTables.keys()][0] ?? '')
  knownTables.set(options.key, found)
  return found
}

const knownTables = new Map<string, readonly JsonTable[]>()
const mostKnown = 200
const MIB = 1024 ** 2

/** How SQL reads the file, and what it then has. */
type Opened = { readonly read: (path: string) => string; readonly columns: readonly NestedColumn[] }

async function findTables(
  connection: DuckDBConnection,
  path: string,
  { shown, bytes, isOneObject }: { readonly shown: string; readonly bytes: number; readonly isOneObject: boolean },
): Promise<readonly JsonTable[]> {
  // One object may be as large as the file, up to what memory allows: DuckDB reserves several times the limit.
  const limit = Math.min(64 * MIB, Math.max(16 * MIB, bytes))
  const options = `compression = 'uncompressed', maximum_object_size = ${limit}`
  const opened = await openColumns(connection, path, options)
  const [only] = opened.columns
  const isOneRow =
    isOneObject && (await readRows(connection, `SELECT 1 FROM ${opened.read(path)} LIMIT 2`)).length === 1
  if (isOneRow) {
    const inside = await tablesInside(connection, { path, shown, opened })
    if (inside.length > 0) return inside
  }
  // DuckDB's name for what is no object.
  const isValues = opened.columns.length === 1 && only?.name === 'json' && !isStruct(only.type)
  const columns = isValues ? [{ ...only, name: 'value' }] : opened.columns
  return tablesOfRows(connection, { path, shown, columns, from: opened.read, part: null, notes: [] })
}

async function tablesOfRows(connection: DuckDBConnection, rows: ObjectRows): Promise<readonly JsonTable[]> {
  const { part, notes, columns, from } = rows
  const table = { part, select: (at: string) => `SELECT ${flattenColumns(columns)} FROM ${from(at)}`, notes }
  return [table, ...(await listTables(connection, rows, columns.flatMap(arraysIn)))]
}

async function openColumns(connection: DuckDBConnection, path: string, options: string): Promise<Opened> {
  const detecting = (at: string) =>
    `read_json(${literal(at)}, ${options}, sample_size = -1, field_appearance_threshold = 0)`
  const detected = await columnsOf(connection, `SELECT * FROM ${detecting(path)}`)
  const isValue = detected.length === 1 && detected[0]?.name === 'json'
  if (isValue || detected.some(({ name }) => isRenamed(name, detected))) return { read: detecting, columns: detected }
  // Dates stay text at first: DuckDB takes 01-02-2014 for one without knowing which.
  const types = detected.map(({ name, type }) => `${identifier(name)}: ${literal(withTextDates(type))}`).join(', ')
  const read = (at: string) => `read_json(${literal(at)}, ${options}, columns = {${types}})`
  return { read, columns: await columnsOf(connection, `SELECT * FROM ${read(path)}`) }
}

/** Keys that are empty, or differ in case only, get other names from DuckDB: then the names are no keys. */
function isRenamed(name: string, columns: readonly NestedColumn[]): boolean {
  const base = /^(.*)_\d+$/.exec(name)?.[1]?.toLowerCase()
  return /^C\d+$/.test(name) || columns.some((column) => column.name.toLowerCase() === base)
}

async function columnsOf(connection: DuckDBConnection, sql: string): Promise<readonly NestedColumn[]> {
  const prepared = await connection.prepare(sql)
  const columns = Array.from({ length: prepared.columnCount }, (_, index) => {
    const name = prepared.columnName(index)
    return { name, sql: identifier(name), type: prepared.columnType(index) }
  })
  prepared.destroySync()
  return columns
}

/** The tables of a file that is one object. */
async function tablesInside(
  connection: DuckDBConnection,
  { path, shown, opened }: { readonly path: string; readonly shown: string; readonly opened: Opened },
): Promise<readonly JsonTable[]> {
  const { read, columns } = opened
  const arrays = columns.flatMap(arraysIn)
  const lengths = await lengthsOf(connection, arrays, read(path))
  const filled = arrays.filter((_, index) => (lengths[index] ?? 0) > 0)
  if (filled.length > 0) {
    const isOne = filled.length === 1
    const tables = filled.map(async (array) => {
      const part = isOne ? null : array.name
      const notes = isOne ? [`Its rows are those of “${array.name}”.`] : []
      const from = (at: string) => `(SELECT unnest(${array.sql}) AS each FROM ${read(at)})`
      return tablesOfRows(connection, { path, shown, part, notes, columns: fieldsOf(array), from })
    })
    return (await Promise.all(tables)).flat()
  }
  const [only] = columns
  if (only !== undefined && columns.length === 1 && only.type.typeId === DuckDBTypeId.MAP) return [mapTable(only, read)]
  const lists = columns.filter(({ type }) => isList(type) && !isNested(type.valueType))
  if (columns.length < 2 || lists.length < columns.length) return []
  const sizes = new Set(await lengthsOf(connection, lists, read(path)))
  const each = columns.map((column) => `unnest(${column.sql}) AS ${column.sql}`).join(', ')
  return sizes.size === 1 ? [{ part: null, select: (at) => `SELECT ${each} FROM ${read(at)}`, notes: [] }] : []
}

function arraysIn(column: NestedColumn): readonly NestedColumn[] {
  const { type, name, sql } = column
  if (isList(type)) return isStruct(type.valueType) ? [column] : []
  if (!isStruct(type)) return []
  return entriesOf(type).flatMap((entry) =>
    arraysIn({
      name: `${name}.${entry.name}`,
      sql: `struct_extract(${sql}, ${literal(entry.name)})`,
      type: entry.type,
    }),
  )
}

async function lengthsOf(
  connection: DuckDBConnection,
  arrays: readonly NestedColumn[],
  from: string,
): Promise<readonly number[]> {
  if (arrays.length === 0) return []
  const [row = []] = await readRows(
    connection,
    `SELECT ${arrays.map(({ sql }) => `len(${sql})`).join(', ')} FROM ${from}`,
  )
  return row.map(Number)
}

/** An object with hundreds of keys of one kind is a table with the keys as a column. */
function mapTable({ sql, type }: NestedColumn, read: Opened['read']): JsonTable {
  const value = (type as DuckDBMapType).valueType
  const element = "struct_extract(each, 'value')"
  const columns = isStruct(value)
    ? entriesOf(value).map((entry) => fieldOf(element, entry.name, entry.type))
    : [{ name: 'value', sql: element, type: value }]
  return {
    part: null,
    select: (at) =>
      `SELECT struct_extract(each, 'key') AS "key", ${flattenColumns(columns)}
       FROM (SELECT unnest(map_entries(${sql})) AS each FROM ${read(at)})`,
    notes: ['Its rows are the entries of one object; “key” is their name in it.'],
  }
}
