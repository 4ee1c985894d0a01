import { plainText } from '../../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'

/** "a pie of genres" shows how many rows there are of each; "the spread of marks as a histogram" is no difference. */
export function finishChart({ request }: RequestDraft, notes: ReadingNotes): void {
  const { chart, figures, groups, subjects, rank, analysis } = request
  if (chart === null || rank !== null || analysis.kind !== 'plain') return
  if (chart.kind === 'histogram' || chart.kind === 'box')
    request.figures = figures.map((figure) => (figure.aggregate === 'range' ? { ...figure, aggregate: null } : figure))
  const [subject, ...others] = subjects
  if (subject === undefined || others.length > 0 || figures.length + groups.length > 0 || request.isDistinct) return
  request.groups = [subject]
  request.subjects = []
  request.countsRows = true
  notes.assume(`it shows the number of rows of each *${plainText(subject.column.name)}*`)
}
