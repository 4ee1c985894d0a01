import type { GivenTable } from './data-engine.ts'
import type { TypedTable, TypedValue } from './write-typed-table.ts'

/**
 * Tables of a document as typed tables. Plain figures become numbers; dates, currencies and marks between thousands
 * stay the text they are, for whoever decides what a text column holds.
 */
export function readDocumentTables(tables: readonly GivenTable[]): readonly TypedTable[] {
  return tables.map(({ name, columns, rows, notes }) => {
    const typed = columns.map((column, index) => ({ name: column, type: columnType(rows, index) }))
    const values = rows.map((row) => typed.map((_, index) => toValue(row[index] ?? '')))
    return { name, columns: typed, rows: values, notes }
  })
}

function columnType(rows: readonly (readonly string[])[], index: number): string {
  const values = rows.map((row) => row[index] ?? '').filter((cell) => toValue(cell) !== null)
  // A leading zero is part of a name, and more digits than a double holds are too.
  if (values.length === 0 || !values.every((cell) => /^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$/.test(cell))) return 'VARCHAR'
  return values.some((cell) => cell.includes('.')) ? 'DOUBLE' : 'BIGINT'
}

/** A dash alone is how a table says that there is nothing. */
function toValue(cell: string): TypedValue {
  return /^(|-|–|—)$/.test(cell) ? null : cell
}
