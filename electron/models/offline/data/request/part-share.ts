import { partOfShareWords } from '../../grammar/analyses.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'

/** "what share of A **is** B": what was read so far is the whole, and its part follows. */
export function partShareByVerb(reading: RequestReading): void {
  const { draft, begun } = reading
  if (draft.request.analysis.kind !== 'share' || begun.isWaiting) return
  part(reading)
  draft.mode = 'measure'
}

/** "the share of rows of A **where** B" */
export function partShareByCondition(said: PhraseOf<'structure'>, reading: RequestReading): void {
  const { draft, notes, collected } = reading
  const isOfPart = partOfShareWords.has(notes.wordsOf(said).toLowerCase()) && draft.request.analysis.kind === 'share'
  if (isOfPart && collected.hasFilters) part(reading)
}

function part({ conditions, collected }: RequestReading): void {
  conditions.drop()
  collected.split()
}
