import { amountUnits } from '../../grammar/additive.ts'
import { measuringEvents } from '../../grammar/dated-events.ts'
import { wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { additivity, isTemporal, type Column } from '../columns/table-columns.ts'
import { unitOf } from '../words/unit-of.ts'
import type { ReadingNotes } from './reading-notes.ts'

/**
 * "the landed weight by species": what changed hands, or was made, at a date that every row has is an amount of it. What
 * was only measured then is not. `from`: where the figure's column stands in the question.
 */
export function isAmountOfEvent(column: Column, from: number, { question, columns }: ReadingNotes): boolean {
  const [verb = ''] = /\p{L}+(?=\s+$)/u.exec(question.slice(0, from)) ?? []
  const isUnit = (word: string) => word === 'value' || amountUnits.has(unitOf(word) ?? '')
  const isAmount = additivity(column) !== 'no' && wordsOfName(column.name).some(isUnit)
  if (!isAmount || measuringEvents.has(verb.toLowerCase())) return false
  const happened = verb === '' ? null : matchColumns([verb], columns)
  return (
    happened !== null &&
    happened.level !== 'synonym' &&
    happened.columns.every((each) => isTemporal(each) && each.missing === 0)
  )
}
