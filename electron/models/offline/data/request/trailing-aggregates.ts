import { isEnd } from './is-end.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Figure } from './request.ts'

/** "wind: mean, median and maximum": what is said after the only column is computed of it. */
export function takeTrailingAggregates(draft: RequestDraft): void {
  const { request, aggregates } = draft
  const computed = aggregates.filter(({ aggregate }) => aggregate !== 'count')
  const [figure, ...more] = request.figures
  if (!draft.aggregatesAreFresh || computed.length === 0 || figure === undefined || more.length > 0) return
  const [said] = computed
  // "the spread of X (max - min)" says it twice, and so does "(min to max)".
  const isRange = figure.aggregate === 'range' && computed.every(({ aggregate }) => isEnd(aggregate))
  const isSame = computed.length === 1 && said?.aggregate === figure.aggregate && said.percent === figure.percent
  const isSaidTwice = isSame || isRange
  // "the earliest date, and the latest": one more of the same column.
  const isMore = figure.aggregate !== null && said?.isApart === true
  // "spread of wind: its minimum, median and maximum"
  const isSpread = figure.aggregate === 'range' && computed.length > 1
  if (figure.aggregate !== null && !isSaidTwice && !isMore && !isSpread) return
  draft.aggregatesAreFresh = false
  if (isSaidTwice) return
  const trailing = computed.map(({ aggregate, percent }): Figure => ({ ...figure, aggregate, percent }))
  request.figures = isMore && !isSpread ? [figure, ...trailing] : trailing
}
