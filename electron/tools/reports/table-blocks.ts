import { AppError } from '../../../shared/errors.ts'
import { formatCell, isNumeric } from '../../../shared/format-cell.ts'
import type { Cell, TableColumn } from '../../../shared/tool-results.ts'
import type { ToolContext } from '../tool.ts'
import type { ShownTable } from './answered-questions.ts'
import { plain, type Block, type Inline } from './report.ts'

/** Of one table: what a reader still scrolls through. Whoever needs more runs the query. */
export const maxRows = 1000
const maxColumns = 50
const maxCells = 20_000
/** For who looks at a report before it is written. */
const previewRows = 20

export type TableDetail = {
  /** At most so many rows in the report. */
  readonly rows: number
  readonly isPreview: boolean
}

/** A result as a table of a report, with a note wherever rows or columns are left out. */
export async function tableBlocks(
  shown: ShownTable,
  context: ToolContext,
  detail: TableDetail,
): Promise<readonly Block[]> {
  const columns = shown.columns.slice(0, maxColumns)
  const limit = Math.max(1, Math.min(detail.rows, Math.floor(maxCells / Math.max(1, columns.length))))
  const found = await readRows(shown, limit, context)
  const rows = detail.isPreview ? found.rows.slice(0, previewRows) : found.rows
  const notes = [
    ...(rows.length < found.rows.length ? [`Here are the first ${rows.length} rows of it.`] : []),
    ...leftOutRows(found.rows.length, shown.rowCount, found.isKept),
    ...(shown.columns.length > columns.length
      ? [`The report has the first ${columns.length} of ${shown.columns.length} columns.`]
      : []),
  ]
  return [
    {
      kind: 'table',
      columns: columns.map((column) => ({ name: plain(column.name), isFigure: isNumeric(column) })),
      rows: rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? null, column))),
    },
    ...notes.map((text): Block => ({ kind: 'note', text })),
  ]
}

async function readRows(
  { tableId, rows, rowCount }: ShownTable,
  limit: number,
  { data }: ToolContext,
): Promise<{ readonly rows: readonly (readonly Cell[])[]; readonly isKept: boolean }> {
  if (rows.length >= Math.min(rowCount, limit)) return { rows: rows.slice(0, limit), isKept: true }
  try {
    return { rows: (await data.tableRows(tableId, { offset: 0, limit })).rows, isKept: true }
  } catch (error) {
    // Full results are kept for a while only; the first rows stay with the conversation.
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { rows, isKept: false }
    throw error
  }
}

function leftOutRows(held: number, all: number, isKept: boolean): readonly string[] {
  if (held >= all) return []
  const count = `The report has the first ${held.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} rows.`
  return [isKept ? count : `${count} The others are no longer kept: ask the question again to have them.`]
}

function cellOf(cell: Cell, column: TableColumn): readonly Inline[] {
  const { kind, text } = formatCell(cell, column)
  return kind === 'missing' ? [{ kind: 'emphasis', children: plain('missing') }] : plain(text)
}
