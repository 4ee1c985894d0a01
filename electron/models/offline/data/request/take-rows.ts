import { amountNouns } from '../../grammar/row-nouns.ts'
import { byEnding } from '../../grammar/structure-words.ts'
import { normalWord } from '../../words.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { Neighbours, PhraseOf, RequestReading } from './request-reading.ts'
import { endCount } from './take-aggregate.ts'

/** "rows", "strikes" of a table of them: what is counted or shown, or what there shall be so many of. */
export function takeRows(phrase: PhraseOf<'rows' | 'table'>, place: Neighbours, reading: RequestReading): void {
  const { draft, notes, begun, conditions } = reading
  if (begun.waitsForCount) return conditions.countRows()
  if (phrase.kind === 'rows') {
    draft.request.mentionsRows = true
    return endCount(draft)
  }
  const word = notes.wordsOf(phrase)
  // "by sector" is no word for the rows, though the file is called so.
  if (isSplitBy(word, place, notes)) return notes.unexplained(word)
  draft.namesTable = true
  if (isCounted(word)) draft.namesMany = true
  notes.quality += tableQuality
  return endCount(draft)
}

/** What a table's own name adds to a reading's quality. */
const tableQuality = 2

/** "per loan" is of each row, "the busiest by check-ins" by how many there are, and "by customer segment" by that. */
function isSplitBy(word: string, { before, rest }: Neighbours, notes: ReadingNotes): boolean {
  const isBy = before?.kind === 'structure' && byEnding.test(notes.wordsOf(before))
  return isBy && rest[0]?.kind !== 'column' && normalWord(word) === word.toLowerCase()
}

/** Many of something that is counted. */
function isCounted(word: string): boolean {
  const single = normalWord(word)
  return single !== word.toLowerCase() && !amountNouns.has(single)
}
