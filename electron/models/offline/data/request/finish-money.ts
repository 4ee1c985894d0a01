import { money } from '../../grammar/qualities.ts'
import { plainText } from '../../markdown.ts'
import type { ConditionReader } from './condition-reader.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'

/** "how much rent in June": rent is a value, and what is added up of it the only column of money. */
export function finishMoney(
  draft: RequestDraft,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
  const { request, aggregates, aggregatesAreFresh } = draft
  const isSum = aggregates.length === 1 && aggregates[0]?.aggregate === 'sum'
  // "total sales" of sales.csv may be a column by another name.
  const isTaken = /\b(?:take|took|taken|earn|earned|spend|spent|pay|paid|collect|collected)\b/i.test(notes.question)
  if (
    (draft.namesTable && !isTaken) ||
    !aggregatesAreFresh ||
    !isSum ||
    request.figures.length + request.subjects.length > 0
  )
    return
  const isOfValue = conditions.hasOpenWords || request.filters.some(({ kind }) => kind === 'values')
  const [column, ...others] = columnsOfQuality(money, notes.columns, null).columns
  if (!isOfValue || column === undefined || others.length > 0) return
  draft.aggregatesAreFresh = false
  request.figures = [plainFigure('sum', column)]
  notes.assume(`I added up *${plainText(column.name)}*`)
}
