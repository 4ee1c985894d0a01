import { plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { figureOf, type RequestDraft } from './request-draft.ts'

/** "total by country" over a column called `total`, or `order.total`, is the sum of that. */
export function takeTotalColumn(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, aggregates } = draft
  const [said, ...others] = aggregates
  if (!draft.aggregatesAreFresh || said?.aggregate !== 'sum' || others.length > 0) return
  if (request.figures.length > 0 || request.countsRows || !/\btotals?\b/i.test(notes.question)) return
  const [column, ...more] = notes.columns.filter(isTotal)
  if (column === undefined || more.length > 0) return
  notes.assume(`“total” means the column *${plainText(column.name)}*`)
  draft.aggregatesAreFresh = false
  request.figures = [figureOf(said, column)]
}

function isTotal(column: Column): boolean {
  const own = column.name.split('.').at(-1) ?? ''
  return isFigure(column) && wordsOfName(own).join(' ') === 'total'
}
