import type { Cell, QueryResult } from '../../../shared/tool-results.ts'

const maxRows = 50
const maxCharacters = 8000
const maxCellCharacters = 500

/** As much of a result as a model is shown; `truncated` says that there is more. */
export function fitForModel(result: QueryResult): QueryResult {
  const rows: Cell[][] = []
  let left = maxCharacters
  for (const row of result.rows.slice(0, maxRows)) {
    const short = row.map(brief)
    left -= JSON.stringify(short).length
    // One row is always shown: a wide one says more than none.
    if (left < 0 && rows.length > 0) break
    rows.push(short)
  }
  return { ...result, rows, truncated: rows.length < result.rowCount }
}

function brief(cell: Cell): Cell {
  if (typeof cell !== 'string' || cell.length <= maxCellCharacters) return cell
  return `${cell.slice(0, maxCellCharacters)}… (${cell.length - maxCellCharacters} more characters)`
}
