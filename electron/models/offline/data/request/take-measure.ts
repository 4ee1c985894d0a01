import { countingRanks } from '../../grammar/ranks.ts'
import { signOfVerbs } from '../../grammar/qualities.ts'
import { plainText } from '../../markdown.ts'
import { normalWord } from '../../words.ts'
import { own } from '../words/grammar-entries.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import { asksPlace } from './asks-place.ts'
import { plainFigure, plainGroup, type RequestDraft, type SaidAggregate } from './request-draft.ts'
import type { Phrase } from '../words/phrase.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import type { Figure } from './request.ts'
import {
  additivity,
  isCountOfThings,
  isFigure,
  isNamedForTime,
  isNumbered,
  isNumberOfRow,
  isNumeric,
  isTemporal,
  isYearColumn,
  type Column,
} from '../columns/table-columns.ts'

/** A column of which something is computed, or that is what the question is about: "which region", "different cuts". */
export function takeMeasure(said: ColumnPhrase, { before, rest }: Neighbours, reading: RequestReading): void {
  const { draft, notes, conditions } = reading
  const { request } = draft
  conditions.drop()
  const isCounted = draft.aggregatesAreFresh && draft.aggregates.some(({ aggregate }) => aggregate === 'count')
  const computed = draft.aggregates.filter(({ aggregate }) => aggregate !== 'count')
  const column = notes.choose(said, preference(draft, { isCounted, computed }))
  draft.aggregatesAreFresh = false
  if (column === null) return
  takeSign(column, said, reading)
  if (isCounted && computed.length === 0 && isYearColumn(column)) request.isDistinct = true
  const { isDistinct, rank, countsRows } = request
  if (isDistinct && computed.length === 0) return addSubject(column, draft)
  if (isDistinct) return notes.unclear('I can count or list different values, but not compute with them.')
  if (isTemporal(column) && computed.length === 0 && isOnlyCounted(draft, isCounted)) return notes.useDate(column)
  const hasRange = isTemporal(column) && computed.every(isEnd)
  const isCommon = rank !== null && countsRows && computed.length === 0 && !isCounted
  const isNumbering = isNumbered(column) && computed.length === 0 && asksFor(draft)
  const isThingAsked =
    isNumbering &&
    (isCounted || ((before?.kind === 'listing' || isFirstOf(before, rest)) && comparesOther(column, rest, reading)))
  // "how many bills", where a word for one is `paid_on`: many are never one date.
  const isOfDates = isCounted && computed.length === 0 && isTemporal(column) && isSaidAsMany(said)
  const isManyRows = isOfDates && matchColumns(said.words, notes.columns)?.level === 'synonym'
  const isTimeAsked = isNamedForTime(column) && computed.length === 0 && asksFor(draft)
  if (asksPlace(column, rest, notes) || isListedFigure(column, { said, before, rest, draft })) addSubject(column, draft)
  else if (isTimeAsked) takeNumberedTime(column, { draft, isCounted })
  else if (isManyRows || (isCounted && computed.length === 0 && isNumberOfRow(column, notes.rows)))
    draft.namesTable = true
  else if (computed.length === 0 && isNumberOfRow(column, notes.rows) && isSaidAsMany(said)) {
    draft.namesTable = true
    draft.countsNamed = true
  } else if (isThingAsked) addSubject(column, draft)
  else if (isNumbering && rank !== null) takeNumberedThing(column, draft)
  else if (isCommon) addSubject(column, draft)
  else if (isCounted && computed.length === 0 && isNoQuantity(column)) countPresent(column, reading)
  else if (isCounted && computed.length === 0 && isMeasuredOften(column, notes)) countAbove(column, reading)
  else if (isFigure(column) || (hasRange && computed.length > 0))
    addFigures(column, { said, computed, isCounted, reading })
  else if (computed.length > 0 && isTemporal(column) && request.figures.length > 0) notes.useDate(column)
  else if (computed.length > 0) {
    notes.unclear(`*${plainText(column.name)}* holds no numbers to compute with, so there is no such figure of it.`)
  } else addSubject(column, draft)
}

/** "how many orders shipped in May": a date that is neither counted nor listed is the one that times are about. */
function isOnlyCounted({ request }: RequestDraft, isCounted: boolean): boolean {
  const { countsRows, isListing, isDistinct, rank, analysis } = request
  return countsRows && !isCounted && !isListing && !isDistinct && rank === null && analysis.kind === 'plain'
}

/** "how much did I spend": of what comes and goes in one column, only what went. */
function takeSign(column: Column, { from, to }: ColumnPhrase, { draft, notes, collected }: RequestReading): void {
  const comparison = own(signOfVerbs, notes.question.slice(from, to).toLowerCase())
  if (comparison === undefined || !isNumeric(column) || !(Number(column.min) < 0 && Number(column.max) > 0)) return
  collected.add({ kind: 'compare', column, comparison, operands: [0] })
  draft.isSpent = comparison === '<'
  notes.assume(`only *${plainText(column.name)}* ${comparison === '<' ? 'below' : 'above'} 0 counts as such`)
}

/** "lots per country", where `lot` numbers the rows. */
function isSaidAsMany({ words }: ColumnPhrase): boolean {
  return words.length === 1 && /[^s]s$/i.test(words[0] ?? '')
}

/** Which columns a word means first, among several that it may name. */
function preference(
  { request, isCorrelating }: RequestDraft,
  { isCounted, computed }: { readonly isCounted: boolean; readonly computed: readonly SaidAggregate[] },
): ((column: Column) => boolean) | undefined {
  const { rank, countsRows } = request
  const isCommon = rank !== null && countsRows
  if (isCorrelating || (rank !== null && !isCommon) || (computed.length > 0 && !computed.every(isEnd))) return isFigure
  return isCounted ? (column) => !isFigure(column) : undefined
}

function isEnd({ aggregate }: SaidAggregate): boolean {
  return aggregate === 'min' || aggregate === 'max'
}

/** Whether something is listed, ranked or counted and not drawn or compared as it is. */
function asksFor({ request, isComparing, isCorrelating, outliers }: RequestDraft): boolean {
  return request.chart === null && !isComparing && !isCorrelating && outliers === null
}

/** "which year …", "how many years": years in numbers are named, ranked and counted, and not added up. */
function takeNumberedTime(
  column: Column,
  { draft, isCounted }: { readonly draft: RequestDraft; readonly isCounted: boolean },
): void {
  if (isCounted) draft.request.isDistinct = true
  addSubject(column, draft)
}

/** "how many ratings": marks, prices and ages are not added up, so what is asked for is how many there are. */
function isNoQuantity(column: Column): boolean {
  return isFigure(column) && additivity(column) === 'no'
}

const howOften = /\bhow (?:often|many times)\b/i

/** "how often did it rain" is no amount of rain. What is counted in whole numbers adds up: "how often did they win". */
function isMeasuredOften(column: Column, { question }: ReadingNotes): boolean {
  return howOften.test(question) && !/INT/.test(column.type) && !isCountOfThings(column)
}

function countAbove(column: Column, { draft, notes, collected }: RequestReading): void {
  draft.request.mentionsRows = true
  notes.assume(`rows with a *${plainText(column.name)}* above 0 are counted`)
  collected.add({ kind: 'compare', column, comparison: '>', operands: [0] })
}

function countPresent(column: Column, { draft, notes, conditions }: RequestReading): void {
  draft.request.mentionsRows = true
  if (column.missing === 0) return
  notes.assume(`only rows with a *${plainText(column.name)}* are counted`)
  conditions.missing(true)
  conditions.startWith(column)
}

/** "which floor has the most rooms" counts them; "the cheapest room" is ranked by something else. */
function takeNumberedThing(column: Column, draft: RequestDraft): void {
  const { request } = draft
  if (countingRanks.has(request.rank?.word ?? '')) request.figures = [...request.figures, plainFigure('count', column)]
  else addSubject(column, draft)
}

/** "at which unit prices was it sold": the values there are, where nothing else is asked of them. */
function isListedFigure(
  column: Column,
  of: Pick<Neighbours, 'before' | 'rest'> & { readonly said: ColumnPhrase; readonly draft: RequestDraft },
): boolean {
  const { said, before, rest, draft } = of
  const isAsked = before?.kind === 'listing' && before.word !== 'who'
  if (!isAsked || !isFigure(column) || !asksFor(draft) || draft.aggregates.length > 0) return false
  const isPlural = said.words.some((word) => /[^s]s$/i.test(word) && normalWord(word) !== word.toLowerCase())
  const { request, isSplit } = draft
  if (!isPlural || isSplit || request.figures.length > 0 || request.rank !== null) return false
  return !rest.some(({ kind }) => kind === 'aggregate' || kind === 'rank' || kind === 'analysis' || kind === 'average')
}

/** "room with the worst average score" */
function isFirstOf(before: Phrase | null, [next, after]: readonly Phrase[]): boolean {
  return before === null && next?.kind === 'structure' && after?.kind === 'rank'
}

/** "which room has the best score": another figure follows, by which rooms are compared. */
function comparesOther(column: Column, rest: readonly Phrase[], { notes }: RequestReading): boolean {
  return rest.some((phrase) => {
    if (phrase.kind === 'rank' && (phrase.isCommon || countingRanks.has(phrase.word))) return true
    const other = phrase.kind === 'column' ? notes.peek(phrase, isFigure) : null
    return other !== null && other !== column && isFigure(other)
  })
}

function addFigures(
  column: Column,
  of: {
    readonly said: ColumnPhrase
    readonly computed: readonly SaidAggregate[]
    readonly isCounted: boolean
    readonly reading: RequestReading
  },
): void {
  const { said, computed } = of
  const { draft, notes } = of.reading
  const { request, outliers, isCorrelating } = draft
  // "how many plants are in stock"
  const isOfStock =
    draft.namesTable && request.countsRows && additivity(column) === 'of-one-time' && computed.length === 0
  const isCounted = (of.isCounted || isOfStock) && outliers === null && !isCorrelating
  // "how often did it rain": not how much.
  if (isCounted && computed.length === 0 && howOften.test(notes.question) && !/^times/i.test(column.name))
    return notes.unexplained(said.words.join(' '))
  // "how many units" asks for their sum: there is no number of rows in it.
  const isCountApart = draft.aggregates[0]?.aggregate === 'count' && draft.aggregates[1]?.isApart === true
  if (isCounted && !isCountApart) request.countsRows = false
  if (isCounted && computed.length === 0) {
    const words = plainText(said.words.join(' '))
    notes.assume(`“how many ${words}” means the total of *${plainText(column.name)}*`)
  }
  const figures: readonly Figure[] =
    computed.length > 0
      ? computed.map(({ aggregate, percent }) => ({ aggregate, column, percent, other: null }))
      : [plainFigure(isCounted ? 'sum' : null, column)]
  for (const figure of figures) draft.saidAt.set(figure, said)
  const isSaidAnew = (figure: Figure) => replaces(figures, figure, { draft, notes })
  request.figures = [...request.figures.filter((figure) => !isSaidAnew(figure)), ...figures]
}

/** "the highest mpg and the lowest mpg" are both ends of it; "most money worldwide" is the worldwide gross. */
function replaces(
  [said, ...more]: readonly Figure[],
  before: Figure,
  { draft, notes }: Pick<RequestReading, 'draft' | 'notes'>,
): boolean {
  if (before.aggregate !== null || said === undefined) return false
  if (more.length > 0) return said.column === before.column
  const { from = 0, to = 0 } = draft.saidAt.get(before) ?? {}
  return draft.request.rank !== null && /^money$/i.test(notes.question.slice(from, to))
}

function addSubject(column: Column, { request }: RequestDraft): void {
  request.subjects = [...request.subjects, plainGroup(column)]
}
