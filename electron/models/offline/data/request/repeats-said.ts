import { matchColumns } from '../columns/match-columns.ts'
import { isTemporal } from '../columns/table-columns.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { Neighbours, PhraseOf, RequestReading } from './request-reading.ts'

/** Whether a column only says once more of what a value or a step of time before it is. */
export function repeatsSaid(said: ColumnPhrase, { before }: Neighbours, reading: RequestReading): boolean {
  if (before?.kind === 'open') return repeatsValue(said, before, reading)
  return before?.kind === 'structure' && repeatsDate(said, reading)
}

/** "premium cut": the value said before is one of this column, which adds nothing. */
function repeatsValue(said: ColumnPhrase, { to }: PhraseOf<'open'>, reading: RequestReading): boolean {
  const { draft, notes, conditions, collected } = reading
  if (notes.question.slice(to, said.from).trim() !== '') return false
  // Nobody knows before a lookup, and as a condition it would not be finished.
  if (!conditions.values.isLookedUp) return draft.mode === 'filter'
  const column = collected.lastValuesColumn
  return column !== null && (matchColumns(said.words, notes.columns)?.columns.includes(column) ?? false)
}

/** "per month of picking", "by time of entry": the date that is split by already. */
function repeatsDate(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  if (column === null || !isTemporal(column)) return false
  return draft.request.groups.some((group) => group.unit !== null && group.column === column)
}
