import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { checkWorkbook } from './check-workbook.ts'
import type { OpenedFile } from './open-for-reading.ts'
import { sheetTable } from './sheet-table.ts'
import type { SheetRow } from './sheet-table.ts'
import type { TypedTable } from './write-typed-table.ts'

/** A workbook is read into memory whole. */
const maxBytes = 200 * 1024 ** 2

/** The sheets of a workbook that hold a table. Empty and hidden ones are said. */
export async function readWorkbookTables(
  opened: OpenedFile,
  { shown }: { readonly shown: string },
): Promise<readonly TypedTable[]> {
  if (opened.bytes > maxBytes)
    throw new AppError('FILE_TOO_LARGE', `${shown} is larger than the 200 MB this app reads of a workbook.`, {
      hint: 'Save the sheet you need as CSV; that may be of any size.',
    })
  const { hidden } = await checkWorkbook(opened.handle, { bytes: opened.bytes, shown })
  const { default: readWorkbook } = await import('read-excel-file/node')
  const bytes = await readFile(opened.path)
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw new AppError('FILE_MALFORMED', `${shown} could not be read as an Excel workbook.`, {
      cause: error,
      hint: 'Open it in Excel or LibreOffice and save it again as .xlsx.',
    })
  })
  const tables = sheets.map(({ sheet, data }) => ({
    sheet,
    table: sheetTable(sheet, data as unknown as readonly SheetRow[]),
  }))
  const empty = tables.flatMap(({ sheet, table }) => (table === null ? [`The sheet “${sheet}” is empty.`] : []))
  return tables.flatMap(({ sheet, table }) => {
    if (table === null) return []
    const isHidden = hidden.includes(sheet) ? [`The sheet “${sheet}” is hidden in the workbook.`] : []
    return [{ ...table, notes: [...table.notes, ...isHidden, ...empty] }]
  })
}
