import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { wordsOfName } from '../../words.ts'
import { plainText } from '../../markdown.ts'
import { own } from '../words/grammar-entries.ts'
import { timeQuality, type ReadingNotes } from './reading-notes.ts'
import { addGroup, plainFigure, plainGroup } from './request-draft.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'
import type { Group } from './request.ts'
import { isTemporal, isYearColumn, type Column } from '../columns/table-columns.ts'

/** "by month", "monthly", "which month": a step of the table's date, to split by, to rank or to count. */
export function takeTime(said: PhraseOf<'time'>, { draft, notes }: RequestReading): void {
  const { unit, isAdverb } = said
  const { request, mode } = draft
  // "how long do they stay, in hours"
  if (mode === 'filter' && request.figures.some(({ column }) => wordsOfName(column.name).includes(unit))) return
  const isSplitBy = isAdverb || mode === 'group'
  if (isOverTime(notes.wordsOf(said))) notes.isOverTime = true
  const year = unit === 'year' || notes.isOverTime ? notes.numberedYear : null
  if (year !== null && isSplitBy) return addGroup(draft, 'groups', plainGroup(year))
  if (unit === 'year' && !isSplitBy && isOnlyYear(said, notes)) return
  const column = notes.dateColumn(unit)
  if (column === null) return
  if (unit === 'hour' && column.type === 'DATE')
    return notes.unclear(`*${plainText(column.name)}* holds days without a time, so it has no hours.`)
  notes.quality += timeQuality
  const isBare = /^months?$/i.test(notes.wordsOf(said))
  if (
    isBare &&
    request.isListing &&
    mode !== 'group' &&
    !isEachOnce(column, notes.question) &&
    !isMonthly(column, notes)
  )
    return askWhichMonth(said, notes)
  if (!isSplitBy && (unit === 'day' || unit === 'hour') && isStepOfRow(unit, column, { draft, notes })) return
  const group: Group = { column, unit, width: null }
  if (!isSplitBy && draft.aggregatesAreFresh && request.countsRows) {
    draft.aggregatesAreFresh = false
    request.isDistinct = true
    return addGroup(draft, 'subjects', group)
  }
  if (isSplitBy) addGroup(draft, 'groups', group)
  else if (request.isListing || request.rank !== null) addGroup(draft, 'subjects', group)
  else notes.unexplained(unit)
}

/** "when did it first go above 400": the least date of what fits. */
export function takeOccasion({ aggregate }: PhraseOf<'occasion'>, { draft, notes }: RequestReading): void {
  const { request } = draft
  const years = notes.columns.filter(isYearColumn)
  const isDated = notes.columns.some(isTemporal)
  const column = !isDated && years.length === 1 ? (years[0] ?? null) : notes.dateColumn('when')
  request.asksWhen = false
  if (column === null) return
  request.subjects = request.subjects.filter((subject) => subject.column !== column)
  request.figures = [...request.figures, plainFigure(aggregate, column)]
}

/** "the longest wait of the year", where all of the table is of one year, or has no time at all. */
function isOnlyYear({ from, to }: PhraseOf<'time'>, notes: ReadingNotes): boolean {
  const dates = notes.columns.filter((column) => isTemporal(column) && column.missing === 0)
  const isOfIt = /\b(?:of|in) (?:the|this) year$/i.test(notes.question.slice(0, to)) && from > 0
  if (!isOfIt || notes.columns.some(isYearColumn) || !dates.every((column) => isEachOnce(column, ''))) return false
  notes.assume('all rows are of one year')
  return true
}

/** It names no step of time. */
function isOverTime(words: string): boolean {
  return /^(over|through|across) time$/i.test(words)
}

/** Whether no month is there twice: all dates are of one year, or of the one year that is asked for. */
function isEachOnce({ min, max }: Column, question: string): boolean {
  const isNamed = new Set(question.match(/(?<!\d)(19|20)\d\d(?!\d)/g)).size === 1
  return isNamed || Date.parse(String(max)) - Date.parse(String(min)) < 366 * 86_400_000
}

/** Whether each row is a month of its own, so that there is hardly another month to mean. */
function isMonthly({ min, max, distinct }: Column, { rows }: ReadingNotes): boolean {
  const [from, to] = [min, max].map((value) => new Date(String(value)))
  if (from === undefined || to === undefined || distinct !== rows) return false
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1
  return Math.abs(months - rows) <= rows * 0.1
}

/** March 2014 by itself, or every March together? */
function askWhichMonth(said: PhraseOf<'time'>, notes: ReadingNotes): void {
  notes.open('Single months, or the same month of all years together?', [
    notes.saidOtherwise(said, 'calendar month'),
    notes.saidOtherwise(said, 'month of the year'),
  ])
}

/** Whether "day" speaks of a row: the hottest day of a state is its highest temperature, "how many days" may be rows. */
function isStepOfRow(
  unit: 'day' | 'hour',
  column: Column,
  { draft, notes }: Pick<RequestReading, 'draft' | 'notes'>,
): boolean {
  const { request } = draft
  const isOfRank = request.rank !== null && own(superlativeQualities, request.rank.word) !== undefined
  if (isOfRank && request.subjects.length > 0) return true
  if (column.distinct !== notes.rows || request.isListing) return false
  if (unit === 'hour' && !isHourly(column, notes.rows)) return false
  request.mentionsRows = true
  notes.assume(`every row is one ${unit}`)
  return true
}

function isHourly({ min, max }: Column, rows: number): boolean {
  const hours = (Date.parse(String(max)) - Date.parse(String(min))) / 3_600_000
  return Math.round(hours / Math.max(1, rows - 1)) === 1
}
