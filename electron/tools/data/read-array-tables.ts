import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { sheetTable } from './sheet-table.ts'
import type { SheetCell } from './sheet-table.ts'
import type { TypedTable } from './write-typed-table.ts'

/** Such a file is read into memory whole. */
const maxBytes = 128 * 1024 ** 2

/** The table of a JSON file that is an array of arrays: rows of cells, names first perhaps, as on a sheet. */
export async function readArrayTables(
  path: string,
  { shown, bytes }: { readonly shown: string; readonly bytes: number },
): Promise<readonly TypedTable[]> {
  if (bytes > maxBytes)
    throw new AppError('FILE_TOO_LARGE', `${shown} is larger than the 128 MB this app reads of arrays in JSON.`, {
      hint: 'Save it as CSV or as JSON lines; those may be of any size.',
    })
  const rows = parse(await readFile(path, 'utf8'), shown)
  const table = sheetTable(
    'rows',
    rows.map((row) => (Array.isArray(row) ? row : [row]).map(toCell)),
  )
  return table === null ? [] : [table]
}

function parse(text: string, shown: string): readonly unknown[] {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, '')) as readonly unknown[]
  } catch (error) {
    throw new AppError('FILE_MALFORMED', `${shown} could not be read: ${(error as Error).message}.`, {
      cause: error,
      hint: 'Check that it was copied completely and is JSON.',
    })
  }
}

function toCell(value: unknown): SheetCell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return JSON.stringify(value)
}
