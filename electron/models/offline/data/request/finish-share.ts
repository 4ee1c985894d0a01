import type { RequestDraft } from './request-draft.ts'
import type { Filter } from './request.ts'
import { isNamedForTime } from '../columns/table-columns.ts'

/** "what share of A is B": without such a verb, times are the whole and other conditions the part. */
export function finishShare(
  { request }: RequestDraft,
  of: {
    readonly filters: readonly Filter[]
    readonly base: readonly Filter[] | null
    readonly hasOpenWords: boolean
  },
): void {
  const { filters, base } = of
  if (request.analysis.kind !== 'share') return
  if (of.hasOpenWords && request.groups.length === 0) {
    // The part is among the words still to be looked up.
    request.analysis = { kind: 'plain' }
    request.countsRows = request.figures.length === 0
    return
  }
  if (base !== null) {
    request.filters = base
    request.analysis = { kind: 'share', part: filters }
  } else if (request.groups.length === 0) {
    const part = filters.filter((filter) => !isOfTime(filter))
    const isOfParts = part.length > 0
    request.filters = isOfParts ? filters.filter(isOfTime) : []
    request.analysis = { kind: 'share', part: isOfParts ? part : filters }
  }
}

function isOfTime(filter: Filter): boolean {
  if (filter.kind === 'any') return false
  return filter.kind === 'period' || filter.kind === 'part-of-date' || isNamedForTime(filter.column)
}
