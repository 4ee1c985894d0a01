import { plainText } from '../../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import { isNumeric } from '../columns/table-columns.ts'

/** "outliers in X" shows their rows, "average X without outliers" leaves them out of it. */
export function finishOutliers(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, outliers } = draft
  if (outliers === null) return
  const [figure] = request.figures
  if (figure === undefined || !isNumeric(figure.column))
    return notes.unclear('Outliers of which column? Name one that holds numbers, for example “outliers in amount”.')
  const { column } = figure
  const isCondition = figure.aggregate === null
  if (isCondition) request.figures = request.figures.slice(1)
  request.filters = [...request.filters, { kind: 'outlier', column, isNegated: outliers === 'left-out' }]
  if (isCondition && !request.countsRows && request.figures.length === 0) request.mentionsRows = true
  notes.assume(
    `an outlier of *${plainText(column.name)}* is farther than 1.5 × the interquartile range below the lower or above the upper quartile`,
  )
}
