import { tableShape } from './table-shape.ts'
import type { TypedTable, TypedValue } from './write-typed-table.ts'

/** A cell of a sheet. */
export type SheetCell = string | number | boolean | Date | null
export type SheetRow = readonly SheetCell[]

/** The table in the rows of a sheet, each column with the one type its values have. Null when there is none. */
export function sheetTable(name: string, rows: readonly SheetRow[]): TypedTable | null {
  const shape = tableShape(
    rows.map((row) => Array.from(row, asText)),
    { hasEnd: true },
  )
  if (shape === null) return null
  const body = rows.slice(shape.first, rows.length - shape.below).filter((row) => row.some(isFilled))
  const types = shape.names.map((_, index) => columnType(body, index))
  return {
    name,
    columns: shape.names.map((column, index) => ({ name: column, type: types[index] ?? 'VARCHAR' })),
    rows: body.map((row) => types.map((type, index) => toValue(row[index] ?? null, type))),
    notes: shape.notes,
  }
}

function isFilled(cell: SheetCell): boolean {
  return cell !== null && cell !== ''
}

function asText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? isoText(cell, 'VARCHAR') : String(cell)
}

/** The one type all values of a column have; text where they differ. */
function columnType(rows: readonly SheetRow[], index: number): string {
  const kinds = new Set<string>()
  for (const row of rows) kinds.add(kindOf(row[index] ?? null))
  kinds.delete('missing')
  if (kinds.size === 1) return [...kinds][0] ?? 'VARCHAR'
  const all = (...wanted: string[]) => kinds.size > 0 && [...kinds].every((kind) => wanted.includes(kind))
  if (all('BIGINT', 'DOUBLE')) return 'DOUBLE'
  if (all('DATE', 'TIMESTAMP')) return 'TIMESTAMP'
  return 'VARCHAR'
}

function kindOf(cell: SheetCell): string {
  if (cell === null || cell === '') return 'missing'
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'BIGINT' : 'DOUBLE'
  if (typeof cell === 'boolean') return 'BOOLEAN'
  if (cell instanceof Date) return cell.getTime() % 86_400_000 === 0 ? 'DATE' : 'TIMESTAMP'
  return 'VARCHAR'
}

function toValue(cell: SheetCell, type: string): TypedValue {
  if (cell === null || cell === '') return null
  return cell instanceof Date ? isoText(cell, type) : cell
}

function isoText(date: Date, type: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return type === 'DATE' || (type === 'VARCHAR' && kindOf(date) === 'DATE') ? iso.slice(0, 10) : iso.slice(0, 19)
}
