import { countingRanks, occurrenceVerbs } from '../../grammar/ranks.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import { qualityVerbs } from '../../grammar/qualities.ts'
import { timeUnits } from '../../grammar/time-words.ts'
import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { beginsCondition, isOfNextColumn, namesByNumber, namesItsRows, nextOf } from './begins-condition.ts'
import { own } from '../words/grammar-entries.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import { plainFigure, plainGroup } from './request-draft.ts'
import { namesManyRows } from './count-keys.ts'
import { namesRows } from './names-rows.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { plainText } from '../../markdown.ts'
import { isYearNumber } from '../columns/year-number.ts'
import {
  additivity,
  isFigure,
  isTemporal,
  isText,
  isTruth,
  isYearColumn,
  type Column,
} from '../columns/table-columns.ts'
import { isGroupCondition, startGroupCondition } from './take-group-condition.ts'
import { isDetail, takeDetail } from './take-detail.ts'
import { isEvent, isEventNoun, isOwnNoun, takeEvent, takeEventNoun } from './take-event.ts'
import { asksPresence, takePresence } from './take-presence.ts'
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
  if (isVerbBeforeMost(said, rest, reading)) return
  const next = nextOf(rest, mode)
  if (conditions.waitsForBound && isSumOfSubject(said, reading)) return
  if (conditions.waitsForBound && (namesManyRows(said, notes) || namesItsRows(said, reading)))
    return conditions.countRows()
  if (conditions.waitsForBound && namesByNumber(said, reading)) return compareHowMany(said, reading)
  const isCompared = conditions.comparesNext && isOfNextColumn([said, ...rest])
  if (conditions.wantsColumn || isCompared) return startCondition(said, reading)
  if (isCorrelated(reading)) return takeMeasure(said, place, reading)
  if (isGroupCondition(said, next, reading)) return startGroupCondition(said, reading)
  const begins = beginsCondition(said, rest, reading)
  if (begins !== 'no') return startCondition(said, reading, begins === 'text' ? isText : undefined)
  if (isYearOfEvent(said, rest, reading)) return startCondition(said, reading, isYearColumn)
  if (isHalfSaid(said, reading)) return passDeed(said, reading)
  if (isTruthCondition(said, reading)) return takeTruth(said, next, reading)
  if (isEvent(said, place, reading)) return takeEvent(said, reading)
  if (isEventNoun(said, reading)) return takeEventNoun(said, reading)
  if (countsOwnNoun(said, reading)) return notes.unexplained(said.words.join(' '))
  if (asksPresence(said, place, reading)) return takePresence(said, reading)
  if (isDetail(said, notes.peek(said), reading)) return takeDetail(notes.choose(said), reading)
  if (mode === 'group' && !isRankFigure(said, reading)) return takeGroup(said, reading)
  if (mode === 'filter') return takeInFilter(said, place, reading)
  if (isSaidOtherwise(said, reading)) return notes.unexplained(said.words.join(' '))
  if (namesRows(said, reading) || (!draft.aggregatesAreFresh && repeatsFigure(said, reading))) return
  return takeMeasure(said, place, reading)
}

/** "which room got booked most", where `booked_through` tells how: it asks how often, of the rows. */
function isVerbBeforeMost(
  said: ColumnPhrase,
  [next, ...more]: readonly Phrase[],
  { draft, notes }: RequestReading,
): boolean {
  const [word = '', ...others] = said.words
  const isLast = next?.kind === 'rank' && countingRanks.has(next.word) && more.length === 0
  const isDeed = others.length === 0 && occurrenceVerbs.has(word.toLowerCase())
  const isVerb = isDeed && matchColumns(said.words, notes.columns)?.level === 'part'
  if (!isLast || !isVerb || said.isExact || draft.request.subjects.length !== 1) return false
  draft.request.mentionsRows = true
  return true
}

/** "producers with more than 200 bottles" have them in all, "orders with more than 5 pieces" in each. */
function isSumOfSubject(said: ColumnPhrase, { draft: { request }, notes, conditions }: RequestReading): boolean {
  const [subject, ...others] = request.subjects
  const isAsked = request.figures.length > 0 || request.countsRows || request.rank !== null
  if (subject === undefined || others.length > 0 || isAsked) return false
  const column = notes.peek(said, isFigure)
  const isOfSeveral = isText(subject.column) && subject.column.distinct < notes.rows
  if (!isOfSeveral || column === null || !addsUp(column)) return false
  conditions.sumOfGroup({ aggregate: 'sum', column, percent: null, other: null })
  notes.assume(`I added up *${plainText(column.name)}*`)
  return true
}

/** A plural of whole numbers counts things: `rooms`, `laps`. */
function addsUp(column: Column): boolean {
  return (
    additivity(column) === 'yes' ||
    (additivity(column) === 'unknown' && /INT/.test(column.type) && /[^s]s$/i.test(column.name))
  )
}

function countsOwnNoun(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = draft.mode === 'measure' && draft.request.countsRows ? notes.peek(said) : null
  return column !== null && isOwnNoun(said, column)
}

/** "races with more than 20 runners" have so many of them; without anything that has them it compares nothing. */
function compareHowMany(said: ColumnPhrase, { draft: { request }, notes, conditions }: RequestReading): void {
  const column = notes.choose(said)
  if (column === null || request.subjects.length !== 1 || request.rank !== null) return conditions.drop()
  conditions.sumOfGroup(plainFigure('count', column))
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

/** "planted from 1980 to 1989", where `planted_year` tells when. */
function isYearOfEvent(
  { words: [word = '', ...more] }: ColumnPhrase,
  rest: readonly Phrase[],
  { draft, notes }: RequestReading,
): boolean {
  const next = rest[0]?.kind === 'structure' ? rest[1] : rest[0]
  const isTimed =
    next?.kind === 'periods' ||
    next?.kind === 'range' ||
    (next?.kind === 'part' && next.part === 'year') ||
    (next?.kind === 'number' && isYearNumber(next.value))
  if (more.length > 0 || !isTimed || draft.mode === 'group' || !/(?:ed|[^aeiou]t|n)$/i.test(word)) return false
  const found = matchColumns([word], notes.columns)?.columns ?? []
  return found.length === 1 && found.every(isYearColumn)
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

/** "sold to France" says nothing of `soldOnline`: how it was done is not said. */
function isHalfSaid(said: ColumnPhrase, { notes }: RequestReading): boolean {
  const { words } = said
  const column = notes.peek(said)
  if (column === null || !isTruth(column)) return false
  const [deed = '', ...way] = wordsOfName(column.name)
  const isDeed = deed.endsWith('ed') || irregularVerbs.some((forms) => forms.slice(2).includes(deed))
  return isDeed && way.length > 0 && words.length === 1 && normalWord(words[0] ?? '') === deed
}

function takeTruth(said: ColumnPhrase, next: Phrase | undefined, { notes, conditions }: RequestReading): void {
  const column = notes.choose(said)
  if (column === null) return
  if (next?.kind === 'truth') conditions.startWith(column)
  else conditions.truth(column, true)
}

function passDeed({ words: [word = ''] }: ColumnPhrase, { notes }: RequestReading): void {
  if (!stopWords.has(word.toLowerCase())) notes.unexplained(word)
}

/** In "top 5 products by amount" and "what place … by amount", `by` names what is compared and not a group. */
function isRankFigure(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const { rank, subjects, figures, mentionsRows, analysis } = draft.request
  const isRanked = rank !== null && (subjects.length > 0 || mentionsRows || draft.namesTable)
  if (figures.length > 0 || !(isRanked || analysis.kind === 'place' || draft.isComparing)) return false
  return said.isExact || matchColumns(said.words, notes.columns.filter(isFigure)) !== null
}

function takeGroup(said: ColumnPhrase, reading: RequestReading): void {
  const { draft, notes, conditions } = reading
  conditions.drop()
  const column = notes.choose(said, (each) => !isFigure(each))
  if (column === null) return
  if (isDateOfGroup(column, reading)) return
  // A date column called "Year" is one day of each: what is asked for is the year.
  const unit = isTemporal(column) ? (timeUnits[normalWord(said.words.join(' '))] ?? null) : null
  draft.request.groups = [...draft.request.groups, { ...plainGroup(column), unit }]
}

/** "by month they started in", "by year sold": the date that the step of time is of, and no group of its own. */
function isDateOfGroup(column: Column, { draft: { request } }: RequestReading): boolean {
  const last = request.groups.at(-1)
  if (last === undefined || last.unit === null || !isTemporal(column)) return false
  request.groups = [...request.groups.slice(0, -1), { ...last, column }]
  return true
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
