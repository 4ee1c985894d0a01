import { plainText } from '../../markdown.ts'
import { describeAggregate } from '../sql/figure-column.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { figureOf, type RequestDraft, type SaidAggregate } from './request-draft.ts'

const inAll = /\b(?:altogether|in all|all told|overall)\b/i
const total: SaidAggregate = { aggregate: 'sum', percent: null, isApart: false }

/** "donors who gave more than 10,000 in total": what was compared is a figure of each, and not of single rows. */
export function finishHaving(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, aggregates, aggregatesAreFresh } = draft
  const { subjects, groups, figures, filters, having, rank, chart } = request
  const [said, ...more] = aggregatesAreFresh ? aggregates : inAll.test(notes.question) ? [total] : []
  const isOfThings = subjects.length === 1 && groups.length + figures.length + having.length === 0
  const isFigure = said?.aggregate === 'sum' || said?.aggregate === 'avg'
  if (!isOfThings || !isFigure || more.length > 0 || rank !== null || chart !== null) return
  const compared = filters.flatMap((filter) => (filter.kind === 'compare' && filter.comparison !== '=' ? [filter] : []))
  const [condition, ...others] = compared
  if (condition === undefined || others.length > 0 || condition.isNegated) return
  const { column, comparison, operands } = condition
  const { aggregate, percent } = said
  draft.aggregatesAreFresh = false
  request.filters = filters.filter((filter) => filter !== condition)
  request.having = [{ figure: figureOf(said, column), comparison, operands }]
  notes.assume(`I compared the ${describeAggregate(aggregate, percent)} *${plainText(column.name)}* of each`)
}
