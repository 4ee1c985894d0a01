import { DuckDBTypeId } from '@duckdb/node-api'
import type { DuckDBListType, DuckDBStructType, DuckDBType } from '@duckdb/node-api'
import { identifier } from './sql-text.ts'
import { uniqueNames } from './unique-names.ts'

/** A column, and how SQL gets at it. */
export type NestedColumn = { readonly name: string; readonly sql: string; readonly type: DuckDBType }

/** Deeper than this an object is shown as text: nobody asks for the 500th column of a map in a file. */
const mostColumns = 2000

/**
 * A select list in which objects are columns (`a.b`), lists of plain values stay lists, and everything else that is
 * nested is its JSON text.
 */
export function flattenColumns(columns: readonly NestedColumn[]): string {
  const leaves = columns.flatMap(leavesOf)
  const kept = leaves.length <= mostColumns ? leaves : columns
  const names = uniqueNames(kept.map(({ name }) => name))
  return kept.map((leaf, index) => `${asShown(leaf)} AS ${identifier(names[index] ?? '')}`).join(', ')
}

/** A column, or all that an object holds, at any depth. */
export function leavesOf(column: NestedColumn): readonly NestedColumn[] {
  const { type } = column
  if (!isStruct(type)) return [column]
  return entriesOf(type).flatMap((entry) =>
    leavesOf({
      name: `${column.name}.${entry.name}`,
      sql: `struct_extract(${column.sql}, '${entry.name.replaceAll("'", "''")}')`,
      type: entry.type,
    }),
  )
}

export function isStruct(type: DuckDBType): type is DuckDBStructType {
  return type.typeId === DuckDBTypeId.STRUCT
}

export function isList(type: DuckDBType): type is DuckDBListType {
  return type.typeId === DuckDBTypeId.LIST
}

export function isNested(type: DuckDBType): boolean {
  return isStruct(type) || isList(type) || type.typeId === DuckDBTypeId.MAP
}

export function entriesOf(type: DuckDBStructType): { readonly name: string; readonly type: DuckDBType }[] {
  return type.entryNames.map((name, index) => ({ name, type: type.entryTypes[index] as DuckDBType }))
}

function asShown({ sql, type }: NestedColumn): string {
  // Values of several kinds come as JSON, in which text has quotes.
  if (type.alias === 'JSON') return `(${sql} ->> '$')`
  const isPlainList = isList(type) && !isNested(type.valueType)
  return isNested(type) && !isPlainList ? `CAST(to_json(${sql}) AS VARCHAR)` : sql
}

/** A type in SQL with text in place of dates, times and identifiers: what is not sure is decided later, on the text. */
export function withTextDates(type: DuckDBType): string {
  if (type.alias === 'JSON') return 'JSON'
  if (isStruct(type))
    return `STRUCT(${entriesOf(type)
      .map((entry) => `${identifier(entry.name)} ${withTextDates(entry.type)}`)
      .join(', ')})`
  if (isList(type)) return `${withTextDates(type.valueType)}[]`
  if (type.typeId === DuckDBTypeId.MAP) return `MAP(VARCHAR, ${withTextDates(type.valueType)})`
  switch (type.typeId) {
    case DuckDBTypeId.DATE:
    case DuckDBTypeId.TIME:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
    case DuckDBTypeId.UUID:
      return 'VARCHAR'
    default:
      return type.toString()
  }
}
