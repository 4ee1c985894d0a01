import type { Comparison } from '../../grammar/comparisons.ts'
import type { PendingNumbers, Waiting } from './begun-condition.ts'
import { checkUnit } from './check-unit.ts'
import { datePartCondition } from './date-conditions.ts'
import type { Condition } from './filter-collector.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { isNumeric, isTemporal, type Column } from '../columns/table-columns.ts'
import { columnOfQuality } from '../columns/unnamed-column.ts'
import { isYearNumber } from '../columns/year-number.ts'

export type NumbersSaid = Waiting & { readonly comparison: Comparison; readonly unit: string | null }

/** `fallback`: the column to take should none follow. */
type Reading = { readonly notes: ReadingNotes; readonly fallback: Column | null }

/** Numbers as a condition on the column begun with, as one that waits for its column, or null with a problem noted. */
export function numberCondition(said: NumbersSaid, { notes, fallback }: Reading): Condition | PendingNumbers | null {
  const { comparison, operands, unit } = said
  const column = said.column ?? columnOfQuality(said.quality, notes)
  if (column === 'several') return null
  const isOfYears = operands.every(isYearNumber) && unit === null
  const isOfTime = column === null ? said.isOfTime : isTemporal(column)
  if (isOfTime && isOfYears) return datePartCondition({ part: 'year', comparison, operands, column }, notes)
  if (column === null) return { kind: 'numbers', comparison, operands, unit, fallback }
  if (!isNumeric(column)) {
    notes.unexplained(operands.join(' '))
    return null
  }
  const checked = checkUnit({ operands, unit, column }, notes)
  return checked === null ? null : { kind: 'compare', column, comparison, operands: checked }
}
