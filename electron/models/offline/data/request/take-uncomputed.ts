import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, isNamedForTime, isNumberOfRow, isTemporal } from '../columns/table-columns.ts'
import { addFigures } from './add-figures.ts'
import { isInPlural } from './is-in-plural.ts'
import { isListedFigure } from './is-listed-figure.ts'
import type { MeasureSaid } from './measure-said.ts'
import { addSubject, asksForValues, type RequestDraft } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import { takesHowMany } from './takes-how-many.ts'
import { takesNumberedThing } from './takes-numbered-thing.ts'

/** A column of which nothing was said to compute: what is asked for, what is counted, or a figure as it is. */
export function takeUncomputed(asked: MeasureSaid, reading: RequestReading): void {
  const { column, isCounted } = asked
  const { draft, notes } = reading
  const { rank, countsRows } = draft.request
  if (isTemporal(column) && isOnlyCounted(draft, isCounted)) return notes.useDate(column)
  if (isListedFigure(asked, draft)) return addSubject(column, draft)
  if (isNamedForTime(column) && asksForValues(draft)) return takeNumberedTime(asked, draft)
  if (takesTable(asked, reading) || takesNumberedThing(asked, reading)) return
  const isCommon = rank !== null && countsRows && !isCounted
  if (isCommon) return addSubject(column, draft)
  if (isCounted && takesHowMany(column, reading)) return
  if (isFigure(column)) addFigures(asked, reading)
  else addSubject(column, draft)
}

/** "how many orders shipped in May": a date that is neither counted nor listed is the one that times are about. */
function isOnlyCounted({ request }: RequestDraft, isCounted: boolean): boolean {
  const { countsRows, isListing, rank, analysis } = request
  return countsRows && !isCounted && !isListing && rank === null && analysis.kind === 'plain'
}

/** "which year …", "how many years": years in numbers are named, ranked and counted, and not added up. */
function takeNumberedTime({ column, isCounted }: MeasureSaid, draft: RequestDraft): void {
  if (isCounted) draft.request.isDistinct = true
  addSubject(column, draft)
}

/** Whether it is a word for the rows: "lots per country", where `lot` numbers them; it then is taken so. */
function takesTable({ column, said, isCounted }: MeasureSaid, { draft, notes }: RequestReading): boolean {
  const isSaidAsMany = said.words.length === 1 && said.words.every(isInPlural)
  // "how many bills", where a word for one is `paid_on`: many are never one date.
  const isManyDates = isCounted && isTemporal(column) && isSaidAsMany
  const isManyRows = isManyDates && matchColumns(said.words, notes.columns)?.level === 'synonym'
  const isNumber = (isCounted || isSaidAsMany) && isNumberOfRow(column, notes.rows)
  if (!isManyRows && !isNumber) return false
  draft.namesTable = true
  if (!isCounted) draft.countsNamed = true
  return true
}
