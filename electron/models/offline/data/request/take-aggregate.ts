import type { Direction } from '../../grammar/ranks.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'

/** "minimum and maximum price": neighbours apply together, to the columns that follow. */
export function takeAggregate(
  { aggregate, percent }: PhraseOf<'aggregate'>,
  { draft, conditions, collected }: RequestReading,
): void {
  const isApart = collected.isJoined
  conditions.drop()
  draft.mode = 'measure'
  const { rank, figures } = draft.request
  if (draft.limit !== null && (aggregate === 'min' || aggregate === 'max')) {
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

/** "number of rows, total amount": what was counted has been said, and what follows is another figure. */
export function endCount(draft: RequestDraft): void {
  const { aggregates } = draft
  if (aggregates.length === 1 && aggregates[0]?.aggregate === 'count') draft.aggregatesAreFresh = false
}

/** "top", "the 3 largest": the first or last few of what else is said. */
export function takeRank(
  { direction, word, isCommon }: PhraseOf<'rank'>,
  { draft, notes, conditions, collected }: RequestReading,
): void {
  const isJoined = collected.isJoined
  conditions.drop()
  const { rank } = draft.request
  const last = draft.aggregatesAreFresh ? draft.aggregates.at(-1) : undefined
  const isOtherEnd = last?.aggregate === (direction === 'highest' ? 'min' : 'max')
  if (isJoined && isOtherEnd && draft.limit === null)
    return takeBothEnds(direction === 'highest' ? 'lowest' : 'highest', draft)
  if (isJoined && rank !== null && rank.direction !== direction && rank.limit === null)
    return takeBothEnds(rank.direction, draft)
  draft.request.rank = { direction, word, limit: draft.limit, dropsTies: false }
  if (isCommon) countOften(draft, notes)
  draft.limit = null
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
