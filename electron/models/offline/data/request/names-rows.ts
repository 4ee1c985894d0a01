import { matchColumns } from '../columns/match-columns.ts'
import { isIdentifier, isNumbered, isText } from '../columns/table-columns.ts'
import { isInPlural } from './is-in-plural.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import type { RequestReading } from './request-reading.ts'

/**
 * Whether a column's name only says of what rows a figure is: "average health of countries" where every row is one of
 * them, "average mark of Mr Tansley's pupils" where each row names one.
 */
export function namesRows(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const { request, aggregatesAreFresh } = draft
  const column = notes.peek(said)
  const isSaid = request.figures.length > 0 && request.figures.every(({ aggregate }) => aggregate !== null)
  if (!isSaid || aggregatesAreFresh || request.rank !== null || listsThings(request.isListing, notes)) return false
  const isName = column !== null && (isText(column) || isNumbered(column) || isIdentifier(column))
  if (!isName) return false
  if (column.distinct === notes.rows) return true
  const isPlural = isInPlural(said.words.join(' ')) && !/s$/i.test(column.name)
  const isThing = (isText(column) && !isIdentifier(column)) || isNumbered(column)
  const isNamed = matchColumns(said.words, notes.columns)?.level === 'exact' && isThing
  return isPlural && isNamed && column.missing === 0 && draft.mode !== 'group' && !request.countsRows
}

/** "what is the average" lists nothing. */
function listsThings(isListing: boolean, { question }: ReadingNotes): boolean {
  return isListing && !/^what(?:['’]?s| is| are| was| were)\b/i.test(question)
}
