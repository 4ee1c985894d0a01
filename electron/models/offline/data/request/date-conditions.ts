import type { Comparison } from '../../grammar/comparisons.ts'
import { monthNames, weekdayNames } from '../../grammar/time-words.ts'
import type { Waiting } from './begun-condition.ts'
import type { Condition } from './filter-collector.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { DatePart, Period } from './request.ts'
import { isFigure, isNumeric, isTemporal, isText, type Column } from '../columns/table-columns.ts'

/** Stretches of time as a condition on the date begun with, or the table's only one; null leaves a problem. */
export function periodCondition(
  periods: readonly Period[],
  of: { readonly isRange: boolean; readonly waiting: Waiting | null; readonly notes: ReadingNotes },
): Condition | null {
  const { isRange, waiting, notes } = of
  const names = periods.map(({ name }) => name).join(' and ')
  const compared = waiting?.comparison ?? '='
  const comparison = compared === 'between' || (isRange && compared === '>=') ? '=' : compared
  const column = waiting?.column ?? notes.dateColumn(names)
  if (column === null) return null
  const isPlain = comparison === '=' || (periods.length === 1 && !isRange)
  if (isTemporal(column) && isPlain) return { kind: 'period', column, comparison, periods }
  notes.unexplained(names)
  return null
}

export type DatePartSaid = {
  readonly part: DatePart
  readonly operands: readonly number[]
  readonly comparison: Comparison
  /** Null where none was said: then a column of that name, or the table's only date. */
  readonly column: Column | null
}

/** A year, month or weekday as a condition, on a date or on a column that holds just these; null leaves a problem. */
export function datePartCondition(said: DatePartSaid, notes: ReadingNotes): Condition | null {
  const { part, operands, comparison } = said
  const isNamedSo = (column: Column) => column.name.toLowerCase() === part && isNumeric(column)
  const named = said.column ?? notes.columns.find(isNamedSo) ?? null
  // "what was earned in fees in March": no fee is March.
  if (said.column !== null && part !== 'year' && isFigure(said.column) && !isNamedSo(said.column)) {
    notes.unexplained(operands.map((each) => partNames[part]?.[each - 1] ?? each).join(' '))
    return null
  }
  if (named !== null && isNumeric(named)) return { kind: 'compare', column: named, comparison, operands }
  const text = named === null && part === 'year' && comparison === '=' ? onlyYearText(notes.columns) : null
  if (text !== null) return { kind: 'values', column: text, values: operands.map(String) }
  const [only, ...others] = operands.flatMap((each) => partNames[part]?.[each - 1] ?? [])
  if (named !== null && isText(named) && only !== undefined && others.length === 0 && comparison === '=')
    return { kind: 'text', column: named, match: 'starts', text: only.slice(0, shortName) }
  if (named !== null && !isTemporal(named)) {
    notes.unexplained(operands.join(' '))
    return null
  }
  const column = named ?? notes.dateColumn(operands.join(' '))
  return column === null ? null : { kind: 'part-of-date', column, part, comparison, operands }
}

/** "Wed", as a column of text may write it in full or not. */
const shortName = 3

const partNames: Partial<Record<DatePart, readonly string[]>> = { month: monthNames, weekday: weekdayNames }

/** The column of years written as text, where nothing else holds a date. */
function onlyYearText(columns: readonly Column[]): Column | null {
  const [text, ...others] = columns.filter(isYearText)
  return text === undefined || others.length > 0 || columns.some(isTemporal) ? null : text
}

function isYearText(column: Column): boolean {
  const isYear = (value: unknown) => /^\d{4}$/.test(String(value))
  return isText(column) && column.name.toLowerCase() === 'year' && isYear(column.min) && isYear(column.max)
}
