import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Filter, Request } from './request.ts'
import { isIdentifier, isNamedForTime } from '../columns/table-columns.ts'

/** "what share of A is B": without such a verb, times are the whole and other conditions the part. */
export function finishShare(
  { request }: RequestDraft,
  of: {
    readonly filters: readonly Filter[]
    readonly base: readonly Filter[] | null
    readonly hasOpenWords: boolean
  },
  notes: ReadingNotes,
): void {
  const { filters, base } = of
  if (request.analysis.kind !== 'share') return
  // "what share of the ids": every row has one of its own.
  request.subjects = request.subjects.filter(({ column }) => !isIdentifier(column) || column.distinct < notes.rows)
  if (of.hasOpenWords && request.groups.length === 0) {
    // The part is among the words still to be looked up.
    request.analysis = { kind: 'plain' }
    request.countsRows = request.figures.length === 0
    return
  }
  if (base !== null && filters.length + request.groups.length === 0 && !of.hasOpenWords)
    return notes.unclear('I see the whole of the share, but not which part of it. Name a value or a condition.')
  if (base !== null) {
    request.filters = base
    request.analysis = { kind: 'share', part: filters }
  } else if (request.groups.length === 0) {
    const isOfWhole = (filter: Filter) => isOfTime(filter) || isSign(filter, request)
    const part = filters.filter((filter) => !isOfWhole(filter))
    const isOfParts = part.length > 0
    request.filters = isOfParts ? filters.filter(isOfWhole) : []
    request.analysis = { kind: 'share', part: isOfParts ? part : filters }
  }
}

/** "what share of spending": what was spent is the whole. */
function isSign(filter: Filter, { figures }: Pick<Request, 'figures'>): boolean {
  const isOfNothing = filter.kind === 'compare' && filter.operands.length === 1 && filter.operands[0] === 0
  return isOfNothing && !filter.isNegated && filter.column === figures[0]?.column
}

/** Whether a condition is one of a time. */
export function isOfTime(filter: Filter): boolean {
  if (filter.kind === 'any') return false
  return filter.kind === 'period' || filter.kind === 'part-of-date' || isNamedForTime(filter.column)
}
