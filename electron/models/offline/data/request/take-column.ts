import { qualityVerbs } from '../../grammar/qualities.ts'
import { timeUnits } from '../../grammar/time-words.ts'
import { normalWord } from '../../words.ts'
import { beginsCondition, nextOf } from './begins-condition.ts'
import { own } from '../words/grammar-entries.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import { plainGroup } from './request-draft.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import {
  isFigure,
  isIdentifier,
  isNumbered,
  isTemporal,
  isText,
  isTruth,
  yesOf,
  type Column,
} from '../columns/table-columns.ts'
import { isGroupCondition, startGroupCondition } from './take-group-condition.ts'
import { isEvent, takeEvent } from './take-event.ts'
import { takeMeasure } from './take-measure.ts'

/** Gives a column of a question its part: computed, split by, ranked, or the beginning of a condition. */
export function takeColumn(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { before, rest } = place
  const { draft, notes, conditions } = reading
  const { mode } = draft
  if (before?.kind === 'open' && repeatsColumn(said, before, reading)) return
  if (repeatsDate(said, place, reading)) return
  if (mode === 'date') {
    draft.mode = 'measure'
    // "the longest, going by life_expect": what is ranked by is no date.
    if (draft.request.rank !== null && notes.peek(said, isFigure) !== null) return takeMeasure(said, place, reading)
    if (notes.peek(said) === null) notes.unexplained(said.words.join(' '))
    return
  }
  const next = nextOf(rest, mode)
  if (conditions.wantsColumn) return startCondition(said, reading)
  if (isCorrelated(reading)) return takeMeasure(said, place, reading)
  if (isGroupCondition(said, next, reading)) return startGroupCondition(said, reading)
  const begins = beginsCondition(said, rest, reading)
  if (begins !== 'no') return startCondition(said, reading, begins === 'text' ? isText : undefined)
  if (isTruthCondition(said, reading)) return takeTruth(said, next, reading)
  if (isEvent(said, place, reading)) return takeEvent(said, reading)
  if (isHadByRows(said, place, reading) || isYesOfShare(said, reading)) return takePresence(said, reading)
  if (mode === 'group' && !isRankFigure(said, reading)) return takeGroup(said, reading)
  if (mode === 'filter') return takeInFilter(said, place, reading)
  if (isSaidOtherwise(said, reading)) return notes.unexplained(said.words.join(' '))
  if (namesRows(said, reading) || (!draft.aggregatesAreFresh && repeatsFigure(said, reading))) return
  return takeMeasure(said, place, reading)
}

/** "premium cut": the value said before is one of this column, which adds nothing. */
function repeatsColumn(said: ColumnPhrase, { to }: Phrase, { draft, notes, conditions, collected }: RequestReading) {
  if (notes.question.slice(to, said.from).trim() !== '') return false
  // Nobody knows before a lookup, and as a condition it would not be finished.
  if (!conditions.isLookedUp) return draft.mode === 'filter'
  const column = collected.lastValuesColumn
  return column !== null && (matchColumns(said.words, notes.columns)?.columns.includes(column) ?? false)
}

/** "per month of picking", "by time of entry": the date that is split by already. */
function repeatsDate(said: ColumnPhrase, { before }: Neighbours, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  if (before?.kind !== 'structure' || column === null || !isTemporal(column)) return false
  return draft.request.groups.some((group) => group.unit !== null && group.column === column)
}

function startCondition(
  said: ColumnPhrase,
  { notes, conditions }: RequestReading,
  prefer?: (column: Column) => boolean,
): void {
  const column = notes.choose(said, prefer)
  if (column !== null) conditions.startWith(column)
}

function isCorrelated({ draft }: RequestReading): boolean {
  return draft.isCorrelating && draft.request.figures.length < 2 && draft.mode !== 'group'
}

/** "active customers": a column of true and false is a condition by itself. */
function isTruthCondition(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  const isCounted = draft.aggregatesAreFresh && draft.request.isDistinct
  return column !== null && isTruth(column) && draft.mode !== 'group' && !isCounted
}

function takeTruth(said: ColumnPhrase, next: Phrase | undefined, { notes, conditions }: RequestReading): void {
  const column = notes.choose(said)
  if (column === null) return
  if (next?.kind === 'truth') conditions.startWith(column)
  else conditions.truth(column, true)
}

/** In "top 5 products by amount" and "what place … by amount", `by` names what is compared and not a group. */
function isRankFigure(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const { rank, subjects, figures, mentionsRows, analysis } = draft.request
  const isRanked = rank !== null && (subjects.length > 0 || mentionsRows || draft.namesTable)
  if (figures.length > 0 || !(isRanked || analysis.kind === 'place' || draft.isComparing)) return false
  return said.isExact || matchColumns(said.words, notes.columns.filter(isFigure)) !== null
}

function takeGroup(said: ColumnPhrase, { draft, notes, conditions }: RequestReading): void {
  conditions.drop()
  const column = notes.choose(said, (each) => !isFigure(each))
  if (column === null) return
  // A date column called "Year" is one day of each: what is asked for is the year.
  const unit = isTemporal(column) ? (timeUnits[normalWord(said.words.join(' '))] ?? null) : null
  draft.request.groups = [...draft.request.groups, { ...plainGroup(column), unit }]
}

/** "movies with a budget": that there is one. "total amount with discount" is a condition that was not finished. */
function takeInFilter(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes } = reading
  if (draft.isHaving) return takePresence(said, reading)
  if (repeatsFigure(said, reading)) return
  const { figures, countsRows, isDistinct, analysis } = draft.request
  const isTarget = draft.outliers !== null || isDistinct || analysis.kind === 'duplicates'
  if ((figures.length > 0 || countsRows) && !isTarget) notes.unexplained(said.words.join(' '))
  else takeMeasure(said, place, reading)
}

/** "rooms with a sea view": yes in a column of yes and no, else that there is one. */
function takePresence(said: ColumnPhrase, reading: RequestReading): void {
  const { notes, conditions, collected } = reading
  const column = notes.peek(said)
  const yes = column === null ? null : yesOf(column)
  if (yes === null) {
    conditions.missing(true)
    return startCondition(said, reading)
  }
  const chosen = notes.choose(said)
  if (chosen !== null) collected.add({ kind: 'values', column: chosen, values: [yes] })
}

/** "how many visits got a follow-up": what is counted was said, so what not every row has is a condition. */
function isHadByRows(said: ColumnPhrase, { before }: Neighbours, { draft, notes }: RequestReading): boolean {
  const { countsRows, isDistinct, rank, isListing, analysis } = draft.request
  const isCounted = countsRows && draft.namesTable && !draft.aggregatesAreFresh && draft.mode === 'measure'
  if (!isCounted || isDistinct || isListing || rank !== null || analysis.kind !== 'plain') return false
  const column = before?.kind === 'joint' ? null : notes.peek(said)
  return column !== null && !isFigure(column) && column.missing > 0
}

/** "share of jobs under warranty": of a column of yes and no the yes. */
function isYesOfShare(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  return draft.request.analysis.kind === 'share' && draft.mode !== 'group' && column !== null && yesOf(column) !== null
}

/** "what did they pay in fines": it is computed of that column already. */
function repeatsFigure(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  const isOtherWord = isSynonym(said, notes)
  const [figure, ...others] = draft.request.figures
  return column !== null && !isOtherWord && others.length === 0 && figure?.column === column
}

/** "the total amount of income": another word for what is computed already may mean a part of it. */
function isSaidOtherwise(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  if (draft.aggregatesAreFresh || !isSynonym(said, notes)) return false
  const column = notes.peek(said)
  return draft.request.figures.some((figure) => figure.aggregate !== null && figure.column === column)
}

/** A noun for it; "the amount spent" says it with a verb. */
function isSynonym({ words, isExact }: ColumnPhrase, { columns }: ReadingNotes): boolean {
  const isVerb = own(qualityVerbs, words.join(' ').toLowerCase()) !== undefined
  return !isExact && !isVerb && matchColumns(words, columns)?.level === 'synonym'
}

/** "average health of countries": what every row has one of its own of stands for the rows. */
function namesRows(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const { request, aggregatesAreFresh } = draft
  const column = notes.peek(said)
  const isSaid = request.figures.length > 0 && request.figures.every(({ aggregate }) => aggregate !== null)
  if (!isSaid || aggregatesAreFresh || request.rank !== null || request.isListing) return false
  const isName = column !== null && (isText(column) || isNumbered(column) || isIdentifier(column))
  return isName && column.distinct === notes.rows
}
