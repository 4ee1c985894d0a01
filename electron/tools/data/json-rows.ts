import type { DuckDBType } from '@duckdb/node-api'
import { entriesOf, isList, isStruct, type NestedColumn } from './flatten-columns.ts'
import { literal } from './sql-text.ts'

/** A table of a JSON file: its SQL for wherever the file is open now. */
export type JsonTable = {
  readonly part: string | null
  readonly select: (path: string) => string
  readonly notes: readonly string[]
}

/** Objects in rows: how SQL reads them, what they have, and what their table is called. */
export type ObjectRows = Pick<JsonTable, 'part' | 'notes'> & {
  readonly path: string
  /** The file as a person knows it. */
  readonly shown: string
  readonly columns: readonly NestedColumn[]
  readonly from: (path: string) => string
}

/** What the elements of a list have, each of them under the name `each` in SQL. */
export function fieldsOf({ type }: NestedColumn): readonly NestedColumn[] {
  const element = isList(type) ? type.valueType : type
  if (!isStruct(element)) return [{ name: 'value', sql: 'each', type: element }]
  return entriesOf(element).map((entry) => fieldOf('each', entry.name, entry.type))
}

export function fieldOf(from: string, name: string, type: DuckDBType): NestedColumn {
  return { name, sql: `struct_extract(${from}, ${literal(name)})`, type }
}
