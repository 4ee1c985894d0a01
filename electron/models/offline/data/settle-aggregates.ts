import { plainText } from '../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Figure } from './request.ts'
import { additivity, isFigure } from './table-columns.ts'

/** Decides what is computed of a column where the question did not say, or asks. */
export function settleAggregates(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  if (drawsValues(draft) || request.asksWhen || notes.problems.length > 0) return
  request.figures = request.figures.map((figure) => {
    if (figure.aggregate !== null) return figure
    return request.rank === null ? settlePlain(figure, draft, notes) : settleRanked(figure, draft, notes)
  })
}

/** Two columns against each other, or the spread of one, are drawn as they are. */
function drawsValues({ request, isComparing }: RequestDraft): boolean {
  const { chart, figures } = request
  if (chart === null) return false
  const isPair = figures.length === 2 && (isComparing || request.groups.length === 0)
  return (
    chart.kind === 'scatter' || chart.kind === 'histogram' || chart.kind === 'box' || (chart.kind === null && isPair)
  )
}

/** What adds up is added up; of one value a group nothing else can be meant; else the data decides, or the person. */
function settlePlain(figure: Figure, draft: RequestDraft, notes: ReadingNotes): Figure {
  const { column } = figure
  const { groups } = draft.request
  const name = plainText(column.name)
  const [group] = groups
  const isOfOneRow = groups.length === 1 && group?.unit === null && group.column.distinct === notes.rows
  if (isOfOneRow && isFigure(column)) return { ...figure, aggregate: 'sum' }
  const { kind } = draft.request.analysis
  const isOfTotal = (kind === 'share' || kind === 'running-total') && isFigure(column)
  if (isOfTotal || additivity(column) === 'yes') {
    notes.assume(`I added up *${name}*`)
    return { ...figure, aggregate: 'sum' }
  }
  const place = draft.saidAt.get(figure)
  const ways = ['average', 'lowest', 'highest', 'total']
  const choices =
    place === undefined ? [] : ways.map((way) => notes.saidOtherwise({ from: place.from, to: place.from }, `${way} `))
  notes.leaveUnsettled(`What of *${name}* shall I compute: the average, the lowest, the highest or the total?`, choices)
  return figure
}

/** "which product has the highest amount" adds up what is an amount, and else compares single values. */
function settleRanked(figure: Figure, { request }: RequestDraft, notes: ReadingNotes): Figure {
  if (request.subjects.length === 0 && request.groups.length === 0) return figure
  const { column } = figure
  const name = plainText(column.name)
  const [subject] = request.subjects
  const isOfOneRow = request.subjects.length === 1 && subject?.unit === null && subject.column.distinct === notes.rows
  const isRanking = request.subjects.length > 0 || request.rank?.limit != null
  if (isRanking && additivity(column) === 'yes') {
    if (!isOfOneRow) notes.assume(`I added up *${name}*`)
    return { ...figure, aggregate: 'sum' }
  }
  const aggregate = request.rank?.direction === 'lowest' ? 'min' : 'max'
  if (isRanking && !isOfOneRow)
    notes.assume(`I compared the ${aggregate === 'min' ? 'lowest' : 'highest'} *${name}* of each`)
  return { ...figure, aggregate }
}
