import type { Cell, TableColumn } from '../../../shared/tool-results.ts'
import { formatCell } from '../../../shared/format-cell.ts'

/**
 * A width in pixels for each column, from its name and its first rows, so that paging and sorting never make columns
 * jump. Long texts are cut at a width one can still read across.
 */
export function columnWidths(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return columns.map((column, at) => {
    const longest = rows
      .slice(0, rowsLookedAt)
      .reduce((most, row) => Math.max(most, formatCell(row[at] ?? null, column).text.length), column.name.length + 2)
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest * pixelsPerCharacter) + padding))
  })
}

const rowsLookedAt = 100
const narrowest = 72
const widest = 320
const pixelsPerCharacter = 7.4
const padding = 26
