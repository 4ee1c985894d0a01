import { plainText } from '../../markdown.ts'
import { additivity, isFigure, isText, type Column } from '../columns/table-columns.ts'
import { namesByNumber, namesItsRows } from './begins-condition.ts'
import { namesManyRows } from './count-keys.ts'
import { isInPlural } from './is-in-plural.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import { plainFigure } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'

/** Whether "more than 200" before a column is of how many each thing has, and not of what a row holds; it then is taken so. */
export function takesBound(said: ColumnPhrase, reading: RequestReading): boolean {
  const { notes, conditions } = reading
  if (takesSumOfSubject(said, reading)) return true
  if (namesManyRows(said, notes) || namesItsRows(said, reading)) conditions.countRows()
  else if (namesByNumber(said, reading)) compareHowMany(said, reading)
  else return false
  return true
}

/** "producers with more than 200 bottles" have them in all, "orders with more than 5 pieces" in each. */
function takesSumOfSubject(said: ColumnPhrase, { draft: { request }, notes, conditions }: RequestReading): boolean {
  const [subject, ...others] = request.subjects
  const isAsked = request.figures.length > 0 || request.countsRows || request.rank !== null
  if (subject === undefined || others.length > 0 || isAsked) return false
  const column = notes.peek(said, isFigure)
  const isOfSeveral = isText(subject.column) && subject.column.distinct < notes.rows
  if (!isOfSeveral || column === null || !addsUp(column)) return false
  conditions.compareOfGroup(plainFigure('sum', column))
  notes.assume(`I added up *${plainText(column.name)}*`)
  return true
}

/** A plural of whole numbers counts things: `rooms`, `laps`. */
function addsUp(column: Column): boolean {
  if (additivity(column) === 'yes') return true
  return additivity(column) === 'unknown' && /INT/.test(column.type) && isInPlural(column.name)
}

/** "races with more than 20 runners" have so many of them; without anything that has them it compares nothing. */
function compareHowMany(said: ColumnPhrase, { draft: { request }, notes, conditions }: RequestReading): void {
  const column = notes.choose(said)
  if (column === null || request.subjects.length !== 1 || request.rank !== null) return conditions.drop()
  conditions.compareOfGroup(plainFigure('count', column))
}
