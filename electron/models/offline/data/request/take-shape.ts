import type { PhraseOf, RequestReading } from './request-reading.ts'

/** A word that says in which shape the answer is wanted, whatever else is asked. */
export function takeShape(
  phrase: PhraseOf<'ties' | 'chart' | 'compare' | 'distinct' | 'when'>,
  { draft, notes }: Pick<RequestReading, 'draft' | 'notes'>,
): void {
  const { request } = draft
  switch (phrase.kind) {
    case 'ties':
      if (request.rank === null) return notes.unexplained('ties')
      request.rank = { ...request.rank, dropsTies: phrase.isDropping }
      return
    case 'chart':
      request.chart = { kind: phrase.chart ?? request.chart?.kind ?? null }
      return
    case 'compare':
      draft.isComparing = true
      return
    case 'distinct':
      request.isDistinct = true
      return
    case 'when':
      request.asksWhen = true
  }
}
