import { plainText } from '../../markdown.ts'
import { isFigure, isTemporal, isYearColumn, type Column } from '../columns/table-columns.ts'
import { addFigures } from './add-figures.ts'
import { asksPlace } from './asks-place.ts'
import { isEnd } from './is-end.ts'
import { askedOfNext, type AskedOf, type MeasureSaid } from './measure-said.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import { addSubject, type RequestDraft } from './request-draft.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { takeSign } from './take-sign.ts'
import { takeUncomputed } from './take-uncomputed.ts'

/** A column of which something is computed, or that is what the question is about: "which region", "different cuts". */
export function takeMeasure(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes, conditions } = reading
  conditions.drop()
  const asked = askedOfNext(draft)
  const column = notes.choose(said, preferred(draft, asked))
  draft.aggregatesAreFresh = false
  if (column === null) return
  takeSign(column, said, reading)
  const isComputed = asked.computed.length > 0
  if (asked.isCounted && !isComputed && isYearColumn(column)) draft.request.isDistinct = true
  if (draft.request.isDistinct) return takeDistinct(column, { isComputed, reading })
  if (asksPlace(column, place.rest, notes)) return addSubject(column, draft)
  if (isComputed) compute({ ...asked, column, said, place }, reading)
  else takeUncomputed({ ...asked, column, said, place }, reading)
}

/** Which columns a word means first, among several that it may name. */
function preferred(
  { request, isCorrelating }: RequestDraft,
  { isCounted, computed }: AskedOf,
): ((column: Column) => boolean) | undefined {
  const isRanked = request.rank !== null && !request.countsRows
  const isOfValues = computed.some(({ aggregate }) => !isEnd(aggregate))
  if (isCorrelating || isRanked || isOfValues) return isFigure
  return isCounted ? (column) => !isFigure(column) : undefined
}

function takeDistinct(
  column: Column,
  { isComputed, reading }: { readonly isComputed: boolean; readonly reading: RequestReading },
): void {
  if (isComputed) reading.notes.unclear('I can count or list different values, but not compute with them.')
  else addSubject(column, reading.draft)
}

/** "the average price", "the first date": of dates only the ends. */
function compute(asked: MeasureSaid, reading: RequestReading): void {
  const { column, computed } = asked
  const { draft, notes } = reading
  const isOfDates = isTemporal(column)
  if (isFigure(column) || (isOfDates && computed.every(({ aggregate }) => isEnd(aggregate)))) addFigures(asked, reading)
  else if (isOfDates && draft.request.figures.length > 0) notes.useDate(column)
  else notes.unclear(`*${plainText(column.name)}* holds no numbers to compute with, so there is no such figure of it.`)
}
