import type { DuckDBConnection } from '@duckdb/node-api'
import type { SourceTable } from './open-source.ts'
import { identifier } from './sql-text.ts'

/** A table of a source, and the name SQL gives it. */
export type NamedTable = { readonly name: string; readonly table: SourceTable }

/**
 * Gives every table its name in SQL and does the work, which is told what to mention about the way they were read. When
 * a file turns out not to fit the way it is read, the next way is tried and the work done again; when none is left, the
 * error is the caller's.
 */
export async function withViews<Value>(
  connection: DuckDBConnection,
  tables: readonly NamedTable[],
  work: (notes: readonly string[]) => Promise<Value>,
): Promise<Value> {
  const levels: number[] = []
  for (const table of tables) levels.push(await createFittingView(connection, table, 0))
  for (;;) {
    try {
      return await work(tables.flatMap(({ table }, index) => table.readings[levels[index] ?? 0]?.note ?? []))
    } catch (error) {
      const index = tables.findIndex(({ table }) => isAbout(error, table))
      const table = tables[index]
      const next = (levels[index] ?? 0) + 1
      if (table === undefined || next >= table.table.readings.length) throw error
      levels[index] = await createFittingView(connection, table, next)
    }
  }
}

/** Whether an error of DuckDB's is about this file: it names the path it was reading. */
export function isAbout(error: unknown, table: SourceTable): boolean {
  const message = (error as Error).message
  const at = message.indexOf(table.path)
  return at >= 0 && !/\d/.test(message[at + table.path.length] ?? '')
}

async function createFittingView(connection: DuckDBConnection, named: NamedTable, from: number): Promise<number> {
  const { readings } = named.table
  for (let level = from; ; level++) {
    try {
      await createView(connection, named, level)
      return level === 0 && (await isReallyRagged(connection, named)) ? 1 : level
    } catch (error) {
      if (level + 1 >= readings.length) throw error
    }
  }
}

/**
 * A CSV whose rows differ in length is first seen as one column with the separators inside. It is ragged when padding
 * its rows gives at least two columns with names of their own.
 */
async function isReallyRagged(connection: DuckDBConnection, named: NamedTable): Promise<boolean> {
  if (named.table.readings.length === 1 || (await columnNames(connection, named)).length > 1) return false
  await createView(connection, named, 1)
  const names = await columnNames(connection, named)
  if (names.filter((name) => !/^column\d+$/.test(name)).length > 1) return true
  await createView(connection, named, 0)
  return false
}

async function columnNames(connection: DuckDBConnection, { name }: NamedTable): Promise<readonly string[]> {
  const prepared = await connection.prepare(`SELECT * FROM ${identifier(name)}`)
  return Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnName(index))
}

/** `'sales.csv'` and `"sales.csv"` are one name; unquoted `sales.csv` is schema and table, `a.b.csv` a catalog too. */
async function createView(connection: DuckDBConnection, { name, table }: NamedTable, level: number): Promise<void> {
  const view = `main.${identifier(name)}`
  await connection.run(`CREATE OR REPLACE VIEW ${view} AS ${table.readings[level]?.select ?? ''}`)
  const parts = name.split('.')
  if (parts.length === 2 && parts.every((part) => /^[A-Za-z_]\w*$/.test(part))) {
    const [schema = '', last = ''] = parts
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`)
    await connection.run(`CREATE OR REPLACE VIEW ${identifier(schema)}.${identifier(last)} AS SELECT * FROM ${view}`)
  }
}
