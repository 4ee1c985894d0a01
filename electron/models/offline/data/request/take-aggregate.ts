import { countingRanks, type Direction } from '../../grammar/ranks.ts'
import { isFigure } from '../columns/table-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import { isEnd } from './is-end.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'

/** "minimum and maximum price": neighbours apply together, to the columns that follow. */
export function takeAggregate(
  { aggregate, percent }: PhraseOf<'aggregate'>,
  next: Phrase | undefined,
  { draft, notes, conditions, collected }: RequestReading,
): void {
  if (aggregate === 'count' && isGroupedBy(next, draft, notes)) return
  // "what is the average …" asks for it, and lists nothing.
  if (draft.request.subjects.length + draft.request.figures.length === 0) draft.request.isListing = false
  const isApart = collected.isJoined
  conditions.drop()
  draft.mode = 'measure'
  const { rank, figures } = draft.request
  if (draft.limit !== null && isEnd(aggregate)) {
    // "the 5 states with the smallest rate"
    draft.request.rank = {
      direction: aggregate === 'max' ? 'highest' : 'lowest',
      word: aggregate,
      limit: draft.limit,
      dropsTies: false,
    }
    draft.limit = null
    return
  }
  // "the largest and smallest price": both ends, whichever word each was said with.
  const isOtherEnd = aggregate === (rank?.direction === 'highest' ? 'min' : 'max')
  if (isApart && isOtherEnd && rank !== null && rank.limit === null && figures.length === 0)
    return takeBothEnds(rank.direction, draft)
  if (aggregate === 'correlation') {
    draft.isCorrelating = true
    return
  }
  if (aggregate === 'count') draft.request.countsRows = true
  const said = { aggregate, percent, isApart }
  draft.aggregates = draft.aggregatesAreFresh ? [...draft.aggregates, said] : [said]
  draft.aggregatesAreFresh = true
}

/** "average price by number of rooms": the rooms are in a column, and each number of them is a group. */
function isGroupedBy(next: Phrase | undefined, { mode, request }: RequestDraft, notes: ReadingNotes): boolean {
  if (mode !== 'group' || request.rank !== null || next?.kind !== 'column') return false
  const column = notes.peek(next)
  return (request.figures.length > 0 || request.countsRows) && column !== null && isFigure(column)
}

/** "number of rows, total amount": what was counted has been said, and what follows is another figure. */
export function endCount(draft: RequestDraft): void {
  const { aggregates } = draft
  if (aggregates.length === 1 && aggregates[0]?.aggregate === 'count') draft.aggregatesAreFresh = false
}

/** "top", "the 3 largest": the first or last few of what else is said. */
export function takeRank(said: PhraseOf<'rank'>, { draft, notes, conditions, collected }: RequestReading): void {
  const { direction, word, isCommon } = said
  const isJoined = collected.isJoined
  conditions.drop()
  const { rank } = draft.request
  const last = draft.aggregatesAreFresh ? draft.aggregates.at(-1) : undefined
  const isOtherEnd = last?.aggregate === (direction === 'highest' ? 'min' : 'max')
  if (isJoined && isOtherEnd && draft.limit === null)
    return takeBothEnds(direction === 'highest' ? 'lowest' : 'highest', draft)
  if (isJoined && rank !== null && rank.direction !== direction && rank.limit === null)
    return takeBothEnds(rank.direction, draft)
  if (isOneMoreFigure(said, { draft, notes, isJoined })) return takeEnd(direction, draft)
  draft.request.rank = { direction, word, limit: draft.limit, dropsTies: false }
  draft.subjectsBeforeRank = draft.request.subjects.length
  if (isCommon) countOften(draft, notes)
  draft.limit = null
  draft.mode = 'measure'
}

/** "for each doctor: average fee, longest wait": behind a comma or "and", after another figure, it is one more. */
function isOneMoreFigure(
  { from, word, isCommon }: PhraseOf<'rank'>,
  { draft, notes, isJoined }: Pick<RequestReading, 'draft' | 'notes'> & { readonly isJoined: boolean },
): boolean {
  const { rank, figures, subjects, groups } = draft.request
  const isBehindFigure = figures.length > 0 && figures.every(({ aggregate }) => aggregate !== null)
  const isApart = isJoined || /[,;:]\s*(?:the |and )*$/i.test(notes.question.slice(0, from))
  const isPlain = !isCommon && !listRanks.has(word) && rank === null && draft.limit === null && subjects.length === 0
  return isPlain && groups.length > 0 && isBehindFigure && isApart
}

/** "total by region, top 5": of what was said, and no figure of their own. */
const listRanks: ReadonlySet<string> = new Set(['top', 'bottom', 'best', 'worst', ...countingRanks])

function takeEnd(direction: Direction, draft: RequestDraft): void {
  draft.aggregates = [{ aggregate: direction === 'highest' ? 'max' : 'min', percent: null, isApart: true }]
  draft.aggregatesAreFresh = true
  draft.mode = 'measure'
}

/** "the lowest and the highest price": both, not one of them. */
function takeBothEnds(first: Direction, draft: RequestDraft): void {
  const ends = first === 'lowest' ? (['min', 'max'] as const) : (['max', 'min'] as const)
  draft.request.rank = null
  draft.aggregates = ends.map((aggregate) => ({ aggregate, percent: null, isApart: true }))
  draft.aggregatesAreFresh = true
  draft.mode = 'measure'
}

/** "who was paid most often": how often, and not how much, though the verb alone would speak of an amount. */
function countOften({ request, saidAt }: RequestDraft, { question }: ReadingNotes): void {
  request.countsRows = true
  request.figures = request.figures.filter((figure) => {
    const { from = 0, to = 0 } = saidAt.get(figure) ?? {}
    return (
      figure.aggregate !== null || question.slice(from, to).toLowerCase().includes(figure.column.name.toLowerCase())
    )
  })
}
