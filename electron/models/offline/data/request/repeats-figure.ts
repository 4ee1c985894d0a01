import { qualityVerbs } from '../../grammar/quality-verbs.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { own } from '../words/grammar-entries.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import type { RequestReading } from './request-reading.ts'

/** "what did they pay in fines": it is computed of that column already. */
export function repeatsFigure(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  const isOtherWord = isSynonym(said, notes)
  const [figure, ...others] = draft.request.figures
  return column !== null && !isOtherWord && others.length === 0 && figure?.column === column
}

/** "the total amount of income": another word for what is computed already may mean a part of it. */
export function isSaidOtherwise(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  if (draft.aggregatesAreFresh || !isSynonym(said, notes)) return false
  const column = notes.peek(said)
  return draft.request.figures.some((figure) => figure.aggregate !== null && figure.column === column)
}

/** A noun for it; "the amount spent" says it with a verb. */
function isSynonym({ words, isExact }: ColumnPhrase, { columns }: ReadingNotes): boolean {
  const isVerb = own(qualityVerbs, words.join(' ').toLowerCase()) !== undefined
  return !isExact && !isVerb && matchColumns(words, columns)?.level === 'synonym'
}
