import type { Neighbours, PhraseOf, RequestReading } from './request-reading.ts'
import { isDetail } from './take-detail.ts'

/** "which", "show", "who": what is named next is listed. */
export function takeListing(phrase: PhraseOf<'listing'>, { before }: Neighbours, reading: RequestReading): void {
  const { draft } = reading
  // "in which year": no condition follows.
  if (draft.mode === 'filter') draft.mode = 'measure'
  // "who …" asks for one of the rows, and says nothing further on: "customers who bought".
  if (!phrase.word.startsWith('who')) draft.request.isListing = true
  else if (before === null) {
    draft.request.isListing = true
    draft.namesTable = true
    draft.asksWho = true
  } else if (isDetail(phrase, null, reading)) draft.tellsWho = true
}
