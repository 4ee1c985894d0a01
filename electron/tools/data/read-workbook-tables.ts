import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import type { OpenedFile } from './open-for-reading.ts'
import type { TypedTable, TypedValue } from './write-typed-table.ts'

type Cell = string | number | boolean | Date | null
type Row = readonly Cell[]

/** A workbook is read into memory whole. */
const maxBytes = 200 * 1024 ** 2

/** The sheets of a workbook that hold a table: its header is the first row about as wide as the widest. */
export async function readWorkbookTables(
  opened: OpenedFile,
  { shown }: { readonly shown: string },
): Promise<readonly TypedTable[]> {
  if (opened.bytes > maxBytes)
    throw new AppError('FILE_TOO_LARGE', `${shown} is larger than the 200 MB this app reads of a workbook.`, {
      hint: 'Save the sheet you need as CSV; that may be of any size.',
    })
  const { default: readWorkbook } = await import('read-excel-file/node')
  const bytes = await readFile(opened.handle)
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw new AppError('FILE_MALFORMED', `${shown} could not be read as an Excel workbook.`, {
      cause: error,
      hint: 'Open it in Excel or LibreOffice and save it again as .xlsx.',
    })
  })
  return sheets.flatMap(({ sheet, data }) => toTable(sheet, data as unknown as readonly Row[]) ?? [])
}

function toTable(name: string, rows: readonly Row[]): TypedTable | null {
  const widest = Math.max(0, ...rows.slice(0, 50).map(filled))
  const headerIndex = rows.findIndex((row) => filled(row) > 0 && filled(row) * 2 >= widest)
  const header = rows[headerIndex]
  if (header === undefined) return null
  const body = rows.slice(headerIndex + 1).filter((row) => filled(row) > 0)
  const width = body.reduce((most, row) => Math.max(most, lastFilled(row)), lastFilled(header))
  const names = uniqueNames(Array.from({ length: width }, (_, index) => String(header[index] ?? '').trim()))
  const types = names.map((_, index) => columnType(body, index))
  return {
    name,
    columns: names.map((column, index) => ({ name: column, type: types[index] ?? 'VARCHAR' })),
    rows: body.map((row) => types.map((type, index) => toText(row[index] ?? null, type))),
  }
}

function filled(row: Row): number {
  return row.filter((cell) => cell !== null && cell !== '').length
}

function lastFilled(row: Row): number {
  return row.findLastIndex((cell) => cell !== null && cell !== '') + 1
}

/** DuckDB compares names without case. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const wanted = name === '' ? `column_${index + 1}` : name
    let unique = wanted
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${wanted}_${count}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** The one type all values of a column have; text where they differ. */
function columnType(rows: readonly Row[], index: number): string {
  const kinds = new Set<string>()
  for (const row of rows) kinds.add(kindOf(row[index] ?? null))
  kinds.delete('missing')
  if (kinds.size === 1) return [...kinds][0] ?? 'VARCHAR'
  const all = (...wanted: string[]) => kinds.size > 0 && [...kinds].every((kind) => wanted.includes(kind))
  if (all('BIGINT', 'DOUBLE')) return 'DOUBLE'
  if (all('DATE', 'TIMESTAMP')) return 'TIMESTAMP'
  return 'VARCHAR'
}

function kindOf(cell: Cell): string {
  if (cell === null || cell === '') return 'missing'
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'BIGINT' : 'DOUBLE'
  if (typeof cell === 'boolean') return 'BOOLEAN'
  if (cell instanceof Date) return cell.getTime() % 86_400_000 === 0 ? 'DATE' : 'TIMESTAMP'
  return 'VARCHAR'
}

function toText(cell: Cell, type: string): TypedValue {
  if (cell === null || cell === '') return null
  if (!(cell instanceof Date)) return cell
  const iso = cell.toISOString()
  return type === 'DATE' || (type === 'VARCHAR' && kindOf(cell) === 'DATE') ? iso.slice(0, 10) : iso.slice(0, 19)
}
