import { plainText } from '../../markdown.ts'
import { rankWords } from '../../grammar/ranks.ts'
import { edgeWords } from '../../grammar/time-words.ts'
import { own } from '../words/grammar-entries.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'

/** "the first order", "who joined most recently": ranks rows by their date, where no figure is named. */
export function rankInTime(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  const { rank, figures } = request
  // "the oldest" has most years, and not the last date.
  const isEdge = rank !== null && own(edgeWords, rank.word) !== undefined && own(rankWords, rank.word) === undefined
  if (rank === null || !isEdge || figures.length > 0) return
  const column = notes.numberedYear ?? notes.dateColumn(rank.word)
  if (column === null) return
  notes.assume(`“${plainText(rank.word)}” is by *${plainText(column.name)}*`)
  request.figures = [plainFigure(null, column)]
  request.mentionsRows = true
  request.countsRows = false
}
