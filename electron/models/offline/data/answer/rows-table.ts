import type { QueryResult } from '../../../../../shared/tool-results.ts'
import { formatFigure } from '../../format-figure.ts'
import { plainText, table } from '../../markdown.ts'
import { cellText, figureText } from '../values/cell-text.ts'
import type { Query } from '../sql/query.ts'

const shownRows = 20

/** The first rows of a result, and how many more there are. */
export function rowsTable(query: Query, result: QueryResult): string {
  const figureAt = (index: number) => query.figures[index - query.groups.length]
  const shown = result.rows.slice(0, shownRows)
  const rows = shown.map((row) =>
    row.map((cell, index) => {
      const figure = figureAt(index)
      return figure === undefined ? cellText(cell) : figureText(cell, figure)
    }),
  )
  const headers = result.columns.map((column, index) => ({
    text: plainText(column.name),
    isFigure: figureAt(index) !== undefined,
  }))
  const rest = result.rowCount - shown.length
  const note = rest > 0 ? `\n\n${formatFigure(rest)} more rows are with the query above.` : ''
  return table(headers, rows) + note
}
