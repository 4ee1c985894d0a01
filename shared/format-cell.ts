import type { Cell, TableColumn } from './tool-results.ts'

/** A cell as it is drawn. `missing` tells a null from the word. */
type FormattedCell = {
  readonly kind: 'value' | 'missing'
  readonly text: string
}

/**
 * Formats a cell without changing what it says. Fractions are shown to 15 significant digits, as spreadsheets do: what
 * a double holds beyond them is the trace of binary arithmetic (a sum of cents ending in …299999999) and no figure of
 * the data. Numbers that do not fit a double come as text and stay exact; so does all of an exported file.
 */
export function formatCell(cell: Cell, column: TableColumn): FormattedCell {
  if (cell === null) return { kind: 'missing', text: 'null' }
  if (typeof cell === 'boolean') return { kind: 'value', text: cell ? 'true' : 'false' }
  const text = String(typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(15)) : cell)
  return { kind: 'value', text: isNumeric(column) && !isYearLike(cell, column) ? groupDigits(text) : text }
}

export function isNumeric(column: TableColumn): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|REAL|DOUBLE|DECIMAL(?:\(.*\))?)$/i.test(column.type)
}

/** A year with a comma in it is no longer read as a year. */
function isYearLike(cell: string | number, column: TableColumn): boolean {
  return /(?:^|[_\s])(?:year|jahr)$/i.test(column.name) && /^\d{4}$/.test(String(cell))
}

function groupDigits(text: string): string {
  const number = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (number === null) return text
  const [, sign = '', whole = '', fraction = ''] = number
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${fraction}`
}
