import { plainText } from '../../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Filter } from './request.ts'

/**
 * "how many years had no drought", "tracks I never skipped": of things that several rows speak of, a row without it says
 * nothing of the others, so that no condition on rows can answer.
 */
export function refuseNever({ request }: RequestDraft, notes: ReadingNotes): void {
  const isNever = /\bnever\b/i.test(notes.question)
  const isNone = /\b(?:no|without)\b/i.test(notes.question)
  const [thing] = request.subjects
  const always = isNever ? request.filters.find(isNowhere) : undefined
  if (always !== undefined)
    return notes.unclear(
      `Every row has its *${plainText(always.column.name)}*, so that no row tells who or what never had one.`,
    )
  if ((!isNever && !isNone) || thing === undefined || thing.column.distinct >= notes.rows) return
  const isLeftOut = (filter: Filter) =>
    filter.kind !== 'any' && filter.column !== thing.column && saysNone(filter, isNever)
  if (!request.filters.some(isLeftOut)) return
  const name = plainText(thing.column.name)
  notes.unclear(
    `Several rows speak of each *${name}*, and I can only tell which rows are so, not which *${name}* never was.`,
  )
}

/** "patients who never visited" are none of the rows of visits, each of which has its date. */
function isNowhere(filter: Filter): filter is Filter & { readonly kind: 'missing' } {
  return filter.kind === 'missing' && !filter.isNegated && filter.column.missing === 0
}

function saysNone(filter: Filter, isNever: boolean): boolean {
  if (filter.kind === 'values' || filter.kind === 'truth') return filter.isNegated
  return isNever && filter.kind === 'compare' && !filter.isNegated && filter.operands.every((each) => each === 0)
}
