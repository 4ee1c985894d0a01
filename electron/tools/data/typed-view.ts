import type { DuckDBConnection } from '@duckdb/node-api'
import type { Reading, SeenRows } from './open-source.ts'
import { columnSql, decimalMarkOf, readColumn } from './read-column.ts'
import type { ColumnReading, SampledColumn } from './read-column.ts'
import { identifier } from './sql-text.ts'

/** A reading of a table with what its text columns are read as. Levels only go up: a column that did not fit stays so. */
export type TypedView = {
  /** All columns, the typed ones among them. */
  readonly names: readonly string[]
  readonly columns: readonly {
    readonly name: string
    readonly readings: readonly ColumnReading[]
    level: number
  }[]
}

const sampledRows = 10_000
const sampledCells = 400_000

/** Decides on a sample what the text columns of a reading hold. Every value is checked again when it is read. */
export async function typeColumns(connection: DuckDBConnection, reading: Reading): Promise<TypedView> {
  const table = reading.select(new Map())
  const prepared = await connection.prepare(table)
  const names = Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnName(index))
  const texts = names.filter((_, index) => prepared.columnType(index).toString() === 'VARCHAR')
  prepared.destroySync()
  const samples = sampleSeen(reading.seen, names, texts) ?? (await sample(connection, table, texts))
  const context = { isUntyped: reading.isUntyped, hasSemicolons: reading.hasSemicolons, decimalMark: null }
  const decimalMark = decimalMarkOf(samples, context)
  const read = samples.map((column) => ({
    name: column.name,
    readings: readColumn(column, { ...context, decimalMark }),
    level: 0,
  }))
  return { names, columns: read }
}

/** The sample from what was seen already, which costs no query; null when that is too little. */
function sampleSeen(
  seen: SeenRows | null,
  names: readonly string[],
  texts: readonly string[],
): readonly SampledColumn[] | null {
  const rows = rowsToSample(texts.length)
  if (seen === null || (!seen.isWhole && seen.rows.length < rows)) return null
  const sampled = seen.rows.slice(0, rows)
  return texts.map((name) => {
    const index = names.indexOf(name)
    return sampledColumn(name, sampled, (row) => row[index] ?? '')
  })
}

async function sample(
  connection: DuckDBConnection,
  table: string,
  names: readonly string[],
): Promise<readonly SampledColumn[]> {
  if (names.length === 0) return []
  const reader = await connection.runAndReadAll(
    `SELECT ${names.map(identifier).join(', ')} FROM (${table}) LIMIT ${rowsToSample(names.length)}`,
  )
  const columns = reader.getColumns()
  return names.map((name, index) =>
    sampledColumn(name, columns[index] ?? [], (value) => (value === null ? '' : String(value))),
  )
}

function rowsToSample(columns: number): number {
  return Math.max(100, Math.min(sampledRows, Math.floor(sampledCells / Math.max(1, columns))))
}

function sampledColumn<Row>(name: string, rows: readonly Row[], textOf: (row: Row) => string): SampledColumn {
  const values = new Set(rows.map(textOf))
  values.delete('')
  return { name, values: [...values] }
}

/** The table in SQL. `path` is named by the error when a value does not fit, with the column's number. */
export function typedSelect(reading: Reading, view: TypedView, path: string): string {
  const natives = new Map<string, string>()
  const expressions = new Map<string, string>()
  view.columns.forEach((column, index) => {
    const chosen = column.readings[column.level]
    if (chosen === undefined) return
    if (chosen.isNative) natives.set(column.name, chosen.type)
    else if (chosen.sql !== null || chosen.missing.length > 0)
      expressions.set(column.name, columnSql(chosen, identifier(column.name), `${path}: column ${index} does not fit`))
  })
  const table = reading.select(natives)
  if (expressions.size === 0) return table
  // DuckDB takes minutes for `* REPLACE` over thousands of columns.
  const list = view.names.map((name) => {
    const expression = expressions.get(name)
    return expression === undefined ? identifier(name) : `${expression} AS ${identifier(name)}`
  })
  return `SELECT ${list.join(', ')} FROM (${table})`
}

/**
 * Reads the column that an error is about in its next way; `levels` are those the failed view was made with. False when
 * it is about none, or there is no other way.
 */
export function lowerColumn(view: TypedView, levels: readonly number[], message: string): boolean {
  const told = /: column (\d+) does not fit/.exec(message)?.[1]
  const index =
    told === undefined
      ? view.columns.findIndex(({ name }) => message.includes(`\nError when converting column "${name}". `))
      : Number(told)
  const [column, level] = [view.columns[index], levels[index]]
  if (column === undefined || level === undefined) return false
  // Another query may have found it out meanwhile.
  if (column.level > level) return true
  if (level + 1 >= column.readings.length) return false
  column.level += 1
  return true
}

export function levelsOf(view: TypedView): readonly number[] {
  return view.columns.map(({ level }) => level)
}

export function readAsOf(view: TypedView): ReadonlyMap<string, string> {
  return new Map(
    view.columns.flatMap(({ name, readings, level }) => {
      const readAs = readings[level]?.readAs ?? null
      return readAs === null ? [] : [[name, readAs] as const]
    }),
  )
}

export function notesOf(view: TypedView): string[] {
  return view.columns.flatMap(({ readings, level }) => readings[level]?.note ?? [])
}
