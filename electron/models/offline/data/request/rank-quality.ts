import { opposite } from '../../grammar/ranks.ts'
import { money, price, type Quality } from '../../grammar/qualities.ts'
import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { wordsOfName } from '../../words.ts'
import { own } from '../words/grammar-entries.ts'
import { columnsOfQuality, isOfOnePiece, type QualityColumns } from '../columns/quality-columns.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { figureOf, plainFigure, type RequestDraft } from './request-draft.ts'
import type { Figure } from './request.ts'
import { isFigure, isTemporal, isYearColumn, type Column } from '../columns/table-columns.ts'
import { plainText } from '../../markdown.ts'

/** "the heaviest": ranks by the column the adjective speaks of, where the question names none. */
export function rankByQuality(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  const { rank } = request
  const quality = rank === null ? undefined : own(superlativeQualities, rank.word)
  if (rank === null || quality === undefined || request.figures.length > 0) return
  const named = columnsOfQuality(quality, notes.columns, rank.direction)
  const whole = named.columns.every(isOfOnePiece) ? ofSingleRows(quality, draft, notes) : named
  const { columns: found, isLess } = whole.columns.length > 0 ? whole : named
  const columns = found.length > 1 && quality === price ? totalOf(found, notes) : found
  const [column, ...others] = columns
  if (column === undefined) return rankByYear(draft, notes)
  if (others.length > 0) {
    const direction = isLess ? opposite(rank.direction) : rank.direction
    return notes.askWhichIsMeant(rank.word, columns, (name) => notes.saidWith(rank.word, `${direction} "${name}"`))
  }
  notes.assume(`“${plainText(rank.word)}” is about the column *${plainText(column.name)}*`)
  notes.quality += 1
  draft.isTurned = isLess
  if (isLess) request.rank = { ...rank, direction: opposite(rank.direction) }
  request.figures = figuresOf(draft, column)
  // "who is the tallest athlete" asks for the row, and not for the height.
  if (draft.namesTable && request.subjects.length === 0 && request.figures[0]?.aggregate === null)
    request.mentionsRows = true
}

/** Where things are compared and not rows, their cheapest is not what was paid least. Nor is it where money comes and goes. */
function ofSingleRows({ ofRow = [] }: Quality, { request }: RequestDraft, { columns }: ReadingNotes): QualityColumns {
  const isOfRows = request.subjects.length + request.groups.length === 0
  const positive = columns.filter(({ min }) => Number(min) >= 0)
  return columnsOfQuality({ more: isOfRows ? ofRow : [], less: [] }, positive, null)
}

/** "the oldest book" was published first, "the youngest company" founded last, where nothing tells an age. */
function rankByYear(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, namesTable } = draft
  const { rank } = request
  if (rank === null || !['oldest', 'youngest', 'newest'].includes(rank.word)) return
  const { columns } = columnsOfQuality({ more: [], less: madeWords }, notes.columns, null)
  const [column, ...others] = columns
  if (column === undefined || others.length > 0) return
  notes.assume(`“${rank.word}” is about the column *${plainText(column.name)}*`)
  draft.isTurned = true
  request.rank = { ...rank, direction: opposite(rank.direction) }
  request.figures = [plainFigure(null, column)]
  if (namesTable && request.subjects.length === 0) request.mentionsRows = true
}

/** "what year is the oldest vintage": the year is what the column tells already, and not that of another date. */
export function leaveOutYear({ request }: RequestDraft, { question }: ReadingNotes): void {
  if (!/\b(?:what|which) year (?:is|was|are|were) /i.test(question)) return
  const { rank, subjects, figures } = request
  const [figure, ...others] = figures
  const isYear = figure !== undefined && others.length === 0 && isMadeYear(figure.column)
  if (rank !== null && isYear) request.subjects = subjects.filter(({ unit }) => unit !== 'year')
}

/** Whether a column tells in which year something was made. */
export function isMadeYear(column: Column): boolean {
  return isYearColumn(column) || (isFigure(column) && wordsOfName(column.name).some((word) => madeWords.includes(word)))
}

/** Words of columns that tell when a thing was made. */
const madeWords: readonly string[] =
  'published built founded established vintage released release opened made manufactured constructed year'.split(' ')

/** Of parts and labour the dearest is by what both come to, where one column says it. */
function totalOf(columns: readonly Column[], notes: ReadingNotes): readonly Column[] {
  const totals = columnsOfQuality(money, notes.columns, null).columns.filter(({ name }) =>
    wordsOfName(name).includes('total'),
  )
  return totals.length === 1 ? totals : columns
}

/** With what was to be computed, where it waits for a column: "the tallest on average". */
function figuresOf(draft: RequestDraft, column: Column): readonly Figure[] {
  const computed = draft.aggregates.filter(({ aggregate }) => aggregate !== 'count')
  if (!draft.aggregatesAreFresh || computed.length === 0) {
    const { direction } = draft.request.rank ?? { direction: 'highest' }
    return [plainFigure(isTemporal(column) ? (direction === 'lowest' ? 'min' : 'max') : null, column)]
  }
  draft.aggregatesAreFresh = false
  return computed.map((said) => figureOf(said, column))
}
