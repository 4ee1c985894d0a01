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
      const rows = data as unknown as readonly (readonly Cell[])[]
      const where = `sheet ${sheet}`
      if (rows.length === 0) return { where, text: '[This sheet is empty.]', isEmpty: true }
      return { where, text: toText(rows), ...(rows.length > maxRows ? { isCut: true } : {}) }
    },
    outline: async () => ({
      headings: sheets.map(({ sheet }) => ({ level: 1, text: sheet, where: `sheet ${sheet}` })),
      from: 'the names of its sheets',
    }),
    tables: async () => [],
  }
}

function toText(rows: readonly (readonly Cell[])[]): string {
  const shown = rows.slice(0, maxRows).map((row) => row.map(cellText).join('\t').trimEnd())
  const rest = rows.length - maxRows
  return [...shown, ...(rest > 0 ? [`[${rest} more rows: use query_data.]`] : [])].join('\n')
}

function cellText(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(cell ?? '').replace(/[\t\r\n]+/g, ' ')
}
