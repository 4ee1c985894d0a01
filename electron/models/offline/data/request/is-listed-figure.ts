import { normalWord } from '../../words.ts'
import { isFigure } from '../columns/table-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import { isInPlural } from './is-in-plural.ts'
import type { MeasureSaid } from './measure-said.ts'
import { asksForValues, type RequestDraft } from './request-draft.ts'

/** "at which unit prices was it sold": the values there are, where nothing else is asked of them. */
export function isListedFigure({ column, said, place }: MeasureSaid, draft: RequestDraft): boolean {
  const { before, rest } = place
  const isAsked = before?.kind === 'listing' && before.word !== 'who'
  if (!isAsked || !isFigure(column) || !asksForValues(draft) || draft.aggregates.length > 0) return false
  const isPlural = said.words.some((word) => isInPlural(word) && normalWord(word) !== word.toLowerCase())
  const { request, isSplit } = draft
  if (!isPlural || isSplit || request.figures.length > 0 || request.rank !== null) return false
  return !rest.some(asksMore)
}

function asksMore({ kind }: Phrase): boolean {
  return kind === 'aggregate' || kind === 'rank' || kind === 'analysis' || kind === 'average'
}
