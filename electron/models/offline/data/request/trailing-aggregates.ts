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
  const isRange =
    figure.aggregate === 'range' && computed.every(({ aggregate }) => aggregate === 'min' || aggregate === 'max')
  const isSame = computed.length === 1 && said?.aggregate === figure.aggregate && said.percent === figure.percent
  const isSaidTwice = isSame || isRange
  if (figure.aggregate !== null && !isSaidTwice) return
  draft.aggregatesAreFresh = false
  if (isSaidTwice) return
  request.figures = computed.map(({ aggregate, percent }): Figure => ({ ...figure, aggregate, percent }))
}
