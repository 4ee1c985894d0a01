import { asksHowOften } from '../../grammar/aggregates.ts'
import { plainText } from '../../markdown.ts'
import { additivity, isCountOfThings, isFigure, type Column } from '../columns/table-columns.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestReading } from './request-reading.ts'

/** Whether "how many" asks of a column for how many rows have something in it, and not for its sum; they then are counted. */
export function takesHowMany(column: Column, reading: RequestReading): boolean {
  if (isNoQuantity(column)) countPresent(column, reading)
  else if (isMeasuredOften(column, reading.notes)) countAbove(column, reading)
  else return false
  return true
}

/** "how many ratings": marks, prices and ages are not added up, so what is asked for is how many there are. */
function isNoQuantity(column: Column): boolean {
  return isFigure(column) && additivity(column) === 'no'
}

function countPresent(column: Column, { draft, notes, conditions }: RequestReading): void {
  draft.request.mentionsRows = true
  if (column.missing === 0) return
  notes.assume(`only rows with a *${plainText(column.name)}* are counted`)
  conditions.missing(true)
  conditions.startWith(column)
}

/** "how often did it rain" is no amount of rain. What is counted in whole numbers adds up: "how often did they win". */
function isMeasuredOften(column: Column, { question }: ReadingNotes): boolean {
  return asksHowOften.test(question) && !/INT/.test(column.type) && !isCountOfThings(column)
}

function countAbove(column: Column, { draft, notes, collected }: RequestReading): void {
  draft.request.mentionsRows = true
  notes.assume(`rows with a *${plainText(column.name)}* above 0 are counted`)
  collected.add({ kind: 'compare', column, comparison: '>', operands: [0] })
}
