import { unitOf } from '../words/unit-of.ts'
import { own } from '../words/grammar-entries.ts'
import { measureWords } from '../../grammar/name-units.ts'
import type { Comparison } from '../../grammar/comparisons.ts'
import { plainText } from '../../markdown.ts'
import type { PendingNumbers, Waiting } from './begun-condition.ts'
import { checkUnit } from './check-unit.ts'
import { comesAndGoes } from './comes-and-goes.ts'
import { datePartCondition } from './date-conditions.ts'
import type { Condition } from './filter-collector.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { isNumeric, isTemporal, type Column } from '../columns/table-columns.ts'
import { columnOfUnit } from '../columns/column-of-number.ts'
import { columnOfQuality } from '../columns/unnamed-column.ts'
import { isYearNumber } from '../columns/year-number.ts'

export type NumbersSaid = Waiting & { readonly comparison: Comparison; readonly unit: string | null }

/** `fallback`: the column to take should none follow. */
type Reading = { readonly notes: ReadingNotes; readonly fallback: Column | null }

/** Numbers as a condition on the column begun with, as one that waits for its column, or null with a problem noted. */
export function numberCondition(said: NumbersSaid, { notes, fallback }: Reading): Condition | PendingNumbers | null {
  const { comparison, operands, unit } = said
  const column = said.column ?? columnInUnit(said, notes) ?? columnOfQuality(said.quality, notes)
  if (column === 'several') return null
  const isOfYears = operands.every(isYearNumber) && unit === null
  const isOfTime = column === null ? said.isOfTime : isTemporal(column)
  if (isOfTime && isOfYears) return datePartCondition({ part: 'year', comparison, operands, column }, notes)
  if (column === null) return { kind: 'numbers', comparison, operands, unit, fallback, after: said.after }
  if (!isNumeric(column)) {
    notes.unexplained(operands.join(' '))
    return null
  }
  const checked = checkUnit({ operands, unit, column }, notes)
  if (checked === null) return null
  if (saysOutgoing(said.after) && comesAndGoes(column))
    return outgoing({ column, comparison, operands: checked }, notes)
  return { kind: 'compare', column, comparison, operands: checked }
}

/** "longer than 60 min" is no distance, where a column is in minutes. "longer than 5 kg" is nothing. */
function columnInUnit({ quality, unit }: NumbersSaid, notes: ReadingNotes): Column | null {
  const measured = quality?.more.flatMap((word) => own(measureWords, word) ?? []) ?? []
  if (unit === null || !measured.some((each) => unitOf(each) === unit)) return null
  const column = columnOfUnit(unit, notes.columns)
  if (column !== null) notes.assume(`I compared the column *${plainText(column.name)}*`)
  return column
}

/** "payments of more than 75", in a column of money that comes and goes. */
function saysOutgoing(words: string): boolean {
  return /\b(?:payments?|expenses?|purchases?|outgoings?|debits?|costs?|spendings?|withdrawals?)(?: (?:of|that|which|were|are|was|is))*\s*$/i.test(
    words,
  )
}

/** What goes out is below zero: more of it is further below. */
function outgoing(
  { column, comparison, operands }: { column: Column; comparison: Comparison; operands: readonly number[] },
  notes: ReadingNotes,
): Condition | null {
  const turned = comparison === '>' ? '<' : comparison === '>=' ? '<=' : null
  if (turned === null || operands.some((each) => each < 0)) {
    notes.unexplained(operands.join(' '))
    return null
  }
  notes.assume(`what goes out is below 0 in *${plainText(column.name)}*`)
  return { kind: 'compare', column, comparison: turned, operands: operands.map((each) => -each) }
}
