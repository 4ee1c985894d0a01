import { amountUnits } from '../../grammar/additive.ts'
import { amountRanks, countingRanks } from '../../grammar/ranks.ts'
import { unitOf } from '../words/unit-of.ts'
import { verbsOfEach } from '../../grammar/comparatives.ts'
import { length, rating } from '../../grammar/qualities.ts'
import { addingQualities, superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { plainText } from '../../markdown.ts'
import { isAmountOfEvent } from './amount-of-event.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { own } from '../words/grammar-entries.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Figure, Request } from './request.ts'
import {
  additivity,
  isFigure,
  isOfState,
  isNamedForTime,
  isNumbered,
  isTemporal,
  type Column,
} from '../columns/table-columns.ts'

/** Where so many of the rows have a subject of their own, doubled ones among them are not added up. */
const nearlyAll = 0.9

/** Decides what is computed of a column where the question did not say, or asks. */
export function settleAggregates(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  if (drawsValues(draft) || request.asksWhen || notes.problems.length > 0) return
  request.figures = request.figures.map((figure) => {
    if (figure.aggregate !== null) return figure
    const compared = draft.isComparing ? settleCompared(figure, draft, notes) : null
    if (compared !== null) return compared
    return request.rank === null ? settlePlain(figure, draft, notes) : settleRanked(figure, draft, notes)
  })
}

/** Two columns against each other, or the spread of one, are drawn as they are. */
function drawsValues({ request, isComparing }: RequestDraft): boolean {
  const { chart, figures } = request
  if (chart === null) return false
  const isPair = figures.length === 2 && (isComparing || request.groups.length === 0)
  return (
    chart.kind === 'scatter' || chart.kind === 'histogram' || chart.kind === 'box' || (chart.kind === null && isPair)
  )
}

/** Of two things beside each other: what adds up in all, and what does not on average. Null where nobody knows. */
function settleCompared(figure: Figure, draft: RequestDraft, notes: ReadingNotes): Figure | null {
  const { column } = figure
  const kind = additivity(column)
  if (!isFigure(column) || kind === 'of-one-time') return null
  const word = draft.comparedBy ?? ''
  const { from = 0, to = 0 } = draft.saidAt.get(figure) ?? {}
  const isQuality = own(superlativeQualities, word) !== undefined && !addingQualities.has(word)
  const isOfEach = isQuality || isOfState(column) || verbsOfEach.has(notes.question.slice(from, to).toLowerCase())
  const isTotal = kind === 'yes' || countingRanks.has(word)
  if (!isOfEach && kind === 'unknown' && word === '') return null
  const aggregate = isOfEach || kind === 'no' || !isTotal ? 'avg' : 'sum'
  notes.assume(`I compared the ${aggregate === 'avg' ? 'averages' : 'totals'} of *${plainText(column.name)}*`)
  return { ...figure, aggregate }
}

/** What adds up is added up; of one value a group nothing else can be meant; else the data decides, or the person. */
function settlePlain(figure: Figure, draft: RequestDraft, notes: ReadingNotes): Figure {
  const { column } = figure
  const { groups } = draft.request
  const name = plainText(column.name)
  const [group] = groups
  const isOfOneRow = groups.length === 1 && group?.unit === null && group.column.distinct === notes.rows
  if (isOfOneRow && isFigure(column)) return { ...figure, aggregate: 'sum' }
  const { kind } = draft.request.analysis
  const isOfTotal = (kind === 'share' || kind === 'running-total') && isFigure(column)
  const isSum =
    isOfTotal ||
    additivity(column) === 'yes' ||
    (groups.length > 0 && isTally(column)) ||
    (isFigure(column) && isTakenTogether(figure, { draft, notes }))
  if (isSum) {
    notes.assume(`I added up *${name}*`)
    return { ...figure, aggregate: 'sum' }
  }
  const place = draft.saidAt.get(figure)
  const ways = ['average', 'lowest', 'highest', 'total']
  const choices =
    place === undefined ? [] : ways.map((way) => notes.saidOtherwise({ from: place.from, to: place.from }, `${way} `))
  notes.leaveUnsettled(`What of *${name}* shall I compute: the average, the lowest, the highest or the total?`, choices)
  return figure
}

/** `points`, `goals`: a plural of things that a row may have none of is a number of them. */
function isTally(column: Column): boolean {
  const isPlural = /^[\p{L}]{4,}s$/iu.test(column.name) && !/ss$/i.test(column.name)
  return isPlural && isFigure(column) && additivity(column) === 'unknown' && Number(column.min) === 0
}

/** "rent of all offices together", "spoiled kilos per month" where every row is of a day: an amount, and not a measure. */
function isTakenTogether(
  figure: Figure,
  { draft, notes }: { readonly draft: RequestDraft; readonly notes: ReadingNotes },
): boolean {
  if (/\b(?:altogether|together|in total|in all|combined)\b/i.test(notes.question)) return true
  const { from = 0, to = 0 } = draft.saidAt.get(figure) ?? {}
  if (isAmountOfEvent(figure.column, from, notes)) return true
  const words = notes.question.slice(from, to).split(/\s+/)
  const isOfEvents = notes.columns.some((column) => isTemporal(column) && column.missing === 0)
  return isOfEvents && additivity(figure.column) !== 'no' && words.some((word) => amountUnits.has(unitOf(word) ?? ''))
}

/** "which product has the highest amount" adds up what is an amount, and else compares single values. */
function settleRanked(figure: Figure, { request }: RequestDraft, notes: ReadingNotes): Figure {
  if (request.subjects.length === 0 && request.groups.length === 0) return figure
  const { column } = figure
  const name = plainText(column.name)
  const [subject] = request.subjects
  const isOfOneRow = request.subjects.length === 1 && subject?.unit === null && subject.column.distinct === notes.rows
  const isRanking = request.subjects.length > 0 || request.rank?.limit != null
  const isOfOneTime = additivity(column) === 'of-one-time' && !notes.columns.some(isTime)
  // "the most late homework" is how much of it there is in all, "the highest …" may be a single one.
  const isOfSeveral = subject === undefined || subject.column.distinct < notes.rows * nearlyAll
  const isHowMuch =
    isOfSeveral && amountRanks.has(request.rank?.word ?? '') && additivity(column) === 'unknown' && !isNumbered(column)
  if (
    isRanking &&
    !isOfSingle(request.rank?.word ?? '') &&
    (additivity(column) === 'yes' || isOfOneTime || isHowMuch)
  ) {
    if (!isOfOneRow) notes.assume(`I added up *${name}*`)
    return { ...figure, aggregate: 'sum' }
  }
  const aggregate = request.rank?.direction === 'lowest' ? 'min' : 'max'
  const isOfRating = request.rank?.word === 'top' && columnsOfQuality(rating, [column], null).columns.length > 0
  const isRated = isOfRating || own(superlativeQualities, request.rank?.word ?? '') === rating
  if (isRanking && !isOfOneRow && isRated) {
    askBestOf(column, { request, notes })
    return figure
  }
  if (isRanking && !isOfOneRow)
    notes.assume(`I compared the ${aggregate === 'min' ? 'lowest' : 'highest'} *${name}* of each`)
  return { ...figure, aggregate }
}

/** "the longest treatment" is one of them, and no sum of all of a kind. */
function isOfSingle(word: string): boolean {
  const quality = own(superlativeQualities, word)
  return quality !== undefined && quality === length && !addingQualities.has(word)
}

/** "the worst subject": by its average mark, or by its lowest? */
function askBestOf(
  column: Column,
  { request, notes }: { readonly request: Pick<Request, 'rank'>; readonly notes: ReadingNotes },
): void {
  const { word = '', direction = 'highest' } = request.rank ?? {}
  const withoutRank = notes
    .saidWith(word, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/ (is|was|are|were)( the)?$/i, '')
  const ways = [`${direction} average "${column.name}"`, `${direction} "${column.name}"`]
  notes.open(
    `“${plainText(word)}” by the average or by the ${direction} *${plainText(column.name)}*?`,
    ways.map((way) => `${withoutRank} with the ${way}`),
  )
}

function isTime(column: Column): boolean {
  return isTemporal(column) || isNamedForTime(column)
}
