import readWorkbook from 'read-excel-file/node'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { readArchive } from './read-archive.ts'

/** Rows shown of a sheet: figures of longer ones are for query_data. */
const maxRows = 500

type Cell = string | number | boolean | Date | null

/** Excel, sheet by sheet, as rows of cells between tabs. */
export async function openXlsx(file: DocumentFile): Promise<OpenedDocument> {
  await readArchive(file)
  const sheets = await readWorkbook(file.bytes)
  return {
    format: 'Excel',
    totalParts: sheets.length,
    async part(number) {
      const { sheet, data } = sheets[number - 1]!
      // The library's type says `typeof Date` where it gives dates.
      return { where: `sheet ${sheet}`, text: toText(data as unknown as readonly (readonly Cell[])[]) }
    },
  }
}

function toText(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '[This sheet is empty.]'
  const shown = rows.slice(0, maxRows).map((row) => row.map(cellText).join('\t').trimEnd())
  const rest = rows.length - maxRows
  return [...shown, ...(rest > 0 ? [`[${rest} more rows: use query_data.]`] : [])].join('\n')
}

function cellText(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(cell ?? '').replace(/[\t\r\n]+/g, ' ')
}
