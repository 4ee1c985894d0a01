import type { Cell, TableProfile } from '../../shared/tool-results.ts'
import { formatPercent } from '../ui/format.ts'

export type ProfiledTable = TableProfile['tables'][number]
export type ProfiledColumn = ProfiledTable['columns'][number]

/** What sort of values a column has, as people say it. */
export function kindOfColumn({ type }: ProfiledColumn): 'number' | 'date' | 'time' | 'text' | 'yes or no' | 'nested' {
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type)) return 'number'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIME')) return 'time'
  if (type === 'BOOLEAN') return 'yes or no'
  return /\[\]$|\[\d+\]$|^(?:STRUCT|MAP|UNION)\(/.test(type) ? 'nested' : 'text'
}

/** Under a column's name: what sort it is, how many values differ, how much is missing. */
export function columnSummary(column: ProfiledColumn, table: ProfiledTable): string {
  const { missing, distinct } = column
  const present = table.rows - missing
  if (table.rows === 0) return kindOfColumn(column)
  if (present === 0) return `${kindOfColumn(column)}, all missing`
  return [
    kindOfColumn(column),
    distinct === present && present > 1 ? 'all different' : distinctWords(column, table),
    ...(missing === 0 ? [] : [`${formatShare(missing, table.rows)} missing`]),
  ].join(', ')
}

/** From where to where, or null: the ends of an alphabet say nothing, and one value is no range. */
export function columnRange(column: ProfiledColumn): string | null {
  const { distinct, min, max } = column
  if (min === null || max === null || distinct < 2) return null
  if (!['number', 'date', 'time'].includes(kindOfColumn(column))) return null
  return `${formatValue(min, column)} to ${formatValue(max, column)}`
}

/** "12 different", or "about 12 different" where that is an estimate. */
export function distinctWords({ distinct }: ProfiledColumn, { sampledRows }: ProfiledTable): string {
  const about = sampledRows === undefined ? '' : 'about '
  return `${about}${formatCount(distinct)} different`
}

/** A number of things, its thousands apart. */
export function formatCount(amount: number): string {
  return amount.toLocaleString('en-US')
}

/** As a percentage that never rounds something to nothing, nor nearly all to all. */
export function formatShare(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole
  return share < 1 && share > 0.99 ? 'over 99 %' : formatPercent(share)
}

/** A value of a column: figures with their thousands apart, times with a space for the T. */
export function formatValue(value: Cell, column: ProfiledColumn): string {
  switch (kindOfColumn(column)) {
    case 'number':
      return typeof value === 'number' ? formatFigure(value) : String(value)
    case 'time':
      return String(value).replace('T', ' ')
    case 'date':
    case 'text':
    case 'yes or no':
    case 'nested':
      return String(value)
  }
}

/** A figure to six digits, or as many as a whole number has; years stay years. */
export function formatFigure(figure: number): string {
  const size = Math.abs(figure)
  if (figure !== 0 && (size >= 1e15 || size < 1e-4)) return figure.toExponential(3).replace('e+', 'e')
  const written = figure.toLocaleString('en-US', {
    ...(Number.isInteger(figure) ? {} : { maximumSignificantDigits: 6 }),
    useGrouping: size >= 10_000,
  })
  return written.replace('-', '−')
}
