import { superlativeQualities } from '../../grammar/qualities.ts'
import { own } from '../words/grammar-entries.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { columnNames, type ReadingNotes } from './reading-notes.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'
import type { Figure } from './request.ts'
import { isTemporal, type Column } from '../columns/table-columns.ts'
import { plainText } from '../../markdown.ts'

/** "the heaviest": ranks by the column the adjective speaks of, where the question names none. */
export function rankByQuality(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  const { rank } = request
  const quality = rank === null ? undefined : own(superlativeQualities, rank.word)
  if (rank === null || quality === undefined || request.figures.length > 0) return
  const { columns, isLess } = columnsOfQuality(quality, notes.columns, rank.direction)
  const [column, ...others] = columns
  if (column === undefined) return
  const word = plainText(rank.word)
  if (others.length > 0) {
    return notes.open(
      `“${word}” may be about more than one column here: ${columnNames(columns)}. Which one do you mean?`,
      columns.map(({ name }) =>
        notes.saidWith(rank.word, `${isLess ? opposite(rank.direction) : rank.direction} "${name}"`),
      ),
    )
  }
  notes.assume(`“${word}” is about the column *${plainText(column.name)}*`)
  notes.quality += 1
  if (isLess) request.rank = { ...rank, direction: opposite(rank.direction) }
  request.figures = figuresOf(draft, column)
  // "who is the tallest athlete" asks for the row, and not for the height.
  if (draft.namesTable && request.subjects.length === 0 && request.figures[0]?.aggregate === null)
    request.mentionsRows = true
}

/** With what was to be computed, where it waits for a column: "the tallest on average". */
function figuresOf(draft: RequestDraft, column: Column): readonly Figure[] {
  const computed = draft.aggregates.filter(({ aggregate }) => aggregate !== 'count')
  if (!draft.aggregatesAreFresh || computed.length === 0) {
    const { direction } = draft.request.rank ?? { direction: 'highest' }
    return [plainFigure(isTemporal(column) ? (direction === 'lowest' ? 'min' : 'max') : null, column)]
  }
  draft.aggregatesAreFresh = false
  return computed.map(({ aggregate, percent }) => ({ aggregate, column, percent, other: null }))
}

function opposite(direction: 'highest' | 'lowest'): 'highest' | 'lowest' {
  return direction === 'highest' ? 'lowest' : 'highest'
}
