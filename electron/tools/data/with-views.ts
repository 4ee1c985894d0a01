import type { DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../../../shared/errors.ts'
import type { Reading, SourceTable } from './open-source.ts'
import { identifier } from './sql-text.ts'
import { levelsOf, lowerColumn, notesOf, readAsOf, typeColumns, typedSelect } from './typed-view.ts'
import type { TypedView } from './typed-view.ts'

/** A table of a source, and the name SQL gives it. */
export type NamedTable = { readonly name: string; readonly table: SourceTable }

/**
 * Gives every table its name in SQL and does the work, which is told what to mention about the way they were read, and
 * what the text of their columns was read as. When a file turns out not to fit the way it is read, the next way is
 * tried and the work done again; when none is left, the error is the caller's.
 */
export async function withViews<Value>(
  connection: DuckDBConnection,
  tables: readonly NamedTable[],
  work: (notes: readonly string[], readAs: ReadonlyMap<string, string>) => Promise<Value>,
): Promise<Value> {
  const views: View[] = []
  for (const table of tables) views.push(await createFittingView(connection, table, startOf(table)))
  for (;;) {
    try {
      return await work(
        views.flatMap(({ reading, typed }) => [...reading.notes, ...notesOf(typed)]),
        new Map(views.flatMap(({ typed }) => [...readAsOf(typed)])),
      )
    } catch (error) {
      const index = tables.findIndex(({ table }) => isAbout(error, table))
      const [table, view] = [tables[index], views[index]]
      if (table === undefined || view === undefined) throw error
      views[index] = await nextView(connection, table, { view, error })
    }
  }
}

/** A table as it is read now: its way of reading, and what its text columns are read as. */
type View = {
  readonly level: number
  readonly reading: Reading
  readonly typed: TypedView
  readonly columnLevels: readonly number[]
}

/** Whether an error of DuckDB's is about this file: it names the path it was reading. */
export function isAbout(error: unknown, table: SourceTable): boolean {
  const message = (error as Error).message
  const at = message.indexOf(table.path)
  return at >= 0 && !/\d/.test(message[at + table.path.length] ?? '')
}

async function nextView(
  connection: DuckDBConnection,
  named: NamedTable,
  { view, error }: { readonly view: View; readonly error: unknown },
): Promise<View> {
  if (!lowerColumn(view.typed, view.columnLevels, (error as Error).message)) {
    if (view.level + 1 >= named.table.readings.length) throw error
    return createFittingView(connection, named, view.level + 1)
  }
  const lowered = { ...view, columnLevels: levelsOf(view.typed) }
  await createView(connection, named, lowered)
  return lowered
}

async function createFittingView(connection: DuckDBConnection, named: NamedTable, from: number): Promise<View> {
  const { readings, version } = named.table
  for (let level = from; ; level++) {
    const reading = readings[level]
    if (reading === undefined) throw new AppError('FILE_MALFORMED', `${named.table.shown} holds no table.`)
    try {
      const typed = knownTypes.get(`${version}\n${level}`) ?? (await typeColumns(connection, reading))
      keep(knownTypes, `${version}\n${level}`, typed)
      keep(knownLevels, version, level)
      const view = { level, reading, typed, columnLevels: levelsOf(typed) }
      await createView(connection, named, view)
      return view
    } catch (error) {
      if (level + 1 >= readings.length) throw error
    }
  }
}

/*
 * What was found out about a version of a table holds for every later query of it: that its types are the same in all of
 * them, and that nothing is looked at twice.
 */
const knownTypes = new Map<string, TypedView>()
const knownLevels = new Map<string, number>()
const mostKnown = 500

function startOf({ table }: NamedTable): number {
  return knownLevels.get(table.version) ?? 0
}

function keep<Value>(known: Map<string, Value>, key: string, value: Value): void {
  if (known.size >= mostKnown && !known.has(key)) known.delete([...known.keys()][0] ?? '')
  known.set(key, value)
}

/** `'sales.csv'` and `"sales.csv"` are one name; unquoted `sales.csv` is schema and table, `a.b.csv` a catalog too. */
async function createView(
  connection: DuckDBConnection,
  { name, table }: NamedTable,
  { reading, typed }: View,
): Promise<void> {
  const view = `main.${identifier(name)}`
  await connection.run(`CREATE OR REPLACE VIEW ${view} AS ${typedSelect(reading, typed, table.path)}`)
  const parts = name.split('.')
  if (parts.length === 2 && parts.every((part) => /^[A-Za-z_]\w*$/.test(part))) {
    const [schema = '', last = ''] = parts
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`)
    await connection.run(`CREATE OR REPLACE VIEW ${identifier(schema)}.${identifier(last)} AS SELECT * FROM ${view}`)
  }
}
