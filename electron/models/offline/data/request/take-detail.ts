import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { countingRanks } from '../../grammar/ranks.ts'
import { worthRanks } from '../../grammar/worth.ts'
import { edgeWords } from '../../grammar/time-words.ts'
import { own } from '../words/grammar-entries.ts'
import type { Span } from '../words/phrase.ts'
import { isEnd } from './is-end.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import { peopleColumns } from '../columns/people-columns.ts'

/**
 * "the longest wait – which doctor?", "the oldest title, its genre and its pages": what is named behind an extreme, apart
 * from it, is told of the rows that hold it. "the doctor with the longest wait" is a doctor. A figure needs a clearer
 * word: "highest rain and wind" may be the highest of both.
 */
export function isDetail({ from }: Span, column: Column | null, { draft, notes }: RequestReading): boolean {
  const { subjects, groups, figures, rank } = draft.request
  // "who had the most, which crew": it is who is asked for.
  if (draft.asksWho && column !== null && peopleColumns([column]).length > 0) return false
  const isOneEach = subjects.length === 1 && subjects[0]?.column.distinct === notes.rows && rank !== null
  if ((subjects.length > 0 && !isOneEach) || groups.length > 0 || !hasExtreme(draft)) return false
  const lead = notes.question.slice(0, from)
  if (isOneEach && !ofIts.test(lead)) return false
  if (column === null || !isFigure(column)) return apart.test(lead)
  const isOfRows = worthRanks.has(rank?.word ?? '') && draft.namesTable && ofIts.test(lead)
  const isToldOf = figures.length > 0 || isOfRows || own(superlativeQualities, rank?.word ?? '') !== undefined
  return isToldOf && ofIt.test(lead)
}

const apart =
  /(?:[,:;–—?]| - |\b(?:and|which|what|who)\b|\bwith (?:the|its|their|his|her)\b)\s*(?:(?:and|in|at|on|from|for|of|by)\s+)?(?:(?:what|which|whose)\s+)?(?:(?:the|its|their|his|her|is|was|were)\s+)*$/i
const ofIts = /\b(?:its|their)\s*$/i
const ofIt = /(?:\b(?:its|their|his|her)|\b(?:which|what|what was|what is|with|with the)|[:;–—?]| -)\s*$/i

export function takeDetail(column: Column | null, { draft }: RequestReading): void {
  if (column !== null) draft.request.details = [...draft.request.details, column]
}

/** Whether it was said what is highest or lowest: a figure, the rows themselves, or an adjective that tells of what. */
function hasExtreme({ request, aggregates, aggregatesAreFresh, namesTable, isSplit }: RequestDraft): boolean {
  const { rank, figures } = request
  if (isSplit || request.countsRows || request.chart !== null || request.analysis.kind !== 'plain') return false
  if (rank === null) {
    const isOneEnd = aggregates.length === 1 && isEnd(aggregates[0]?.aggregate)
    return isOneEnd && (aggregatesAreFresh ? namesTable : figures.length === 1)
  }
  if (countingRanks.has(rank.word) && figures.length === 0) return false
  const isToldOf = own(superlativeQualities, rank.word) !== undefined || own(edgeWords, rank.word) !== undefined
  return isToldOf || namesTable || request.mentionsRows || figures.some(({ aggregate }) => aggregate === null)
}

/** The rows that hold an extreme are shown; of an average, what was named behind it is what is compared. */
export function finishDetails(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  const [figure, ...others] = request.figures
  if (draft.tellsWho) request.details = [...new Set([...request.details, ...peopleColumns(notes.columns)])]
  if (request.details.length === 0 || figure === undefined || others.length > 0) return
  if (request.subjects.length > 0) {
    request.details = [...request.subjects.map(({ column }) => column), ...request.details]
    request.subjects = []
  }
  const { aggregate } = figure
  if (request.rank === null && !isEnd(aggregate)) return
  if (aggregate !== null && !isEnd(aggregate)) {
    request.subjects = request.details.map(plainGroup)
    request.details = []
    return
  }
  const direction = aggregate === 'min' ? 'lowest' : 'highest'
  request.rank ??= { direction, word: direction, limit: null, dropsTies: false }
  request.figures = [{ ...figure, aggregate: null }]
  request.mentionsRows = true
  const date = request.asksWhen ? notes.dateColumn('when') : null
  if (date !== null) request.details = [...new Set([...request.details, date])]
  request.asksWhen = false
}
