import type { ConditionReader } from './condition-reader.ts'
import { finishChart } from './finish-chart.ts'
import { finishChange } from './finish-change.ts'
import { finishComparison } from './finish-comparison.ts'
import { finishCount } from './finish-count.ts'
import { finishHaving } from './finish-having.ts'
import { finishListing } from './finish-listing.ts'
import { finishOutliers } from './finish-outliers.ts'
import { finishMoney } from './finish-money.ts'
import { finishPlace } from './finish-place.ts'
import { finishRank } from './finish-rank.ts'
import { finishRankedThings } from './finish-ranked-things.ts'
import { finishSides } from './finish-sides.ts'
import { finishShare } from './finish-share.ts'
import { finishWho } from './finish-who.ts'
import { rankByQuality } from './rank-quality.ts'
import { rankInTime } from './rank-in-time.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { Aggregate } from '../../grammar/aggregates.ts'
import { plainText } from '../../markdown.ts'
import type { Figure } from './request.ts'
import { settleAggregates } from './settle-aggregates.ts'
import { isTemporal, isText } from '../columns/table-columns.ts'
import { finishDetails } from './take-detail.ts'
import { refuseNever } from './refuse-never.ts'
import { refuseUnjoined } from './refuse-unjoined.ts'
import { takeTotalColumn } from './take-total-column.ts'
import { takeTrailingAggregates } from './trailing-aggregates.ts'
import { takeUnnamedFigure } from './unnamed-figure.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** What can only be said at the end of a question: what several words together ask for, and what was left over. */
export function finishRequest(draft: RequestDraft, { notes, conditions }: Reading): void {
  const { filters, base, having } = conditions.finish()
  draft.request.filters = filters
  draft.request.having = having
  takeTrailingAggregates(draft)
  rankByQuality(draft, notes)
  takeUnnamedFigure(draft, { notes, hasOpenWords: conditions.hasOpenWords })
  if (!conditions.hasOpenWords) takeTotalColumn(draft, notes)
  finishRankedThings(draft, notes)
  rankInTime(draft, notes)
  finishDetails(draft, notes)
  finishHaving(draft, notes)
  finishOutliers(draft, notes)
  finishShare(draft, { filters: draft.request.filters, base, hasOpenWords: conditions.hasOpenWords }, notes)
  if (conditions.asksAllMissing) finishMissing(draft, notes)
  finishCorrelation(draft, notes)
  finishOfGroups(draft)
  finishSides(draft, notes)
  if (draft.limit !== null) notes.unexplained(String(draft.limit))
  if (draft.isComparing) draft.comparedBy = draft.request.rank?.word ?? null
  if (draft.isComparing) finishComparison(draft, { notes, conditions })
  finishPlace(draft, { notes, conditions })
  finishWho(draft, notes)
  finishCount(draft, { notes, conditions })
  refuseNever(draft, notes)
  finishMoney(draft, { notes, conditions })
  finishRank(draft, { notes, conditions })
  finishDistinct(draft)
  finishChart(draft, notes)
  finishListing(draft, { notes, conditions })
  finishWhen(draft, notes)
  finishChange(draft, { notes, conditions })
  leaveSingleGroups(draft, notes)
  refuseUnjoined(draft, notes)
  settleAggregates(draft, notes)
  refuseUngrouped(draft, notes)
  draft.request.figures = withoutRepeats(draft.request.figures)
  const isLeftOver = draft.aggregatesAreFresh && draft.aggregates.some(({ aggregate }) => aggregate !== 'count')
  if (isLeftOver) notes.unclear('I see what to compute, but not of which column.', true)
}

/** "the median price per recipe", where nearly every row is one of its own: single values have no median. */
function leaveSingleGroups({ request }: RequestDraft, notes: ReadingNotes): void {
  const [group, ...more] = request.groups
  if (group === undefined || more.length > 0 || group.unit !== null || request.rank !== null) return
  // Of two tables joined nobody knows how many rows have a value each.
  const isSingle = !notes.isJoined && isText(group.column) && group.column.distinct >= notes.rows * 0.9
  const isOfMany = ({ aggregate }: Figure) => aggregate !== null && figuresOfMany.has(aggregate)
  if (!isSingle || request.figures.length === 0 || !request.figures.every(isOfMany)) return
  request.groups = []
  notes.assume(`every row is one *${plainText(group.column.name)}*`)
}

const figuresOfMany: ReadonlySet<Aggregate> = new Set(['avg', 'median', 'percentile', 'stddev', 'variance'])

/** "mean minutes in A against mean minutes in B" is one figure of both. */
function withoutRepeats(figures: readonly Figure[]): readonly Figure[] {
  const same = (a: Figure, b: Figure) =>
    a.column === b.column && a.aggregate === b.aggregate && a.percent === b.percent && a.other === b.other
  return figures.filter((figure, index) => figures.findIndex((each) => same(each, figure)) === index)
}

/** "which donors have more than 6 visits" is about donors: of rows nobody knows whose number is compared. */
function refuseUngrouped({ request, goesOn }: RequestDraft, notes: ReadingNotes): void {
  const { having, groups, subjects } = request
  if (having.length > 0 && groups.length + subjects.length === 0 && !goesOn)
    notes.unclear('I see how many there must be, but not of what. Name a column, for example “which region has …”.')
}

/** "how many values are missing": without a column, in each of them. */
function finishMissing({ request }: RequestDraft, notes: ReadingNotes): void {
  if (request.figures.length + request.groups.length + request.subjects.length > 0) return notes.unexplained('missing')
  request.analysis = { kind: 'missing' }
}

function finishCorrelation(draft: RequestDraft, notes: ReadingNotes): void {
  if (!draft.isCorrelating) return
  const [first, second, ...more] = draft.request.figures
  const isPair = first !== undefined && second !== undefined && more.length === 0
  if (!isPair) return notes.unclear('A correlation is between two columns of numbers. Which two?')
  draft.request.figures = [{ aggregate: 'correlation', column: first.column, percent: null, other: second.column }]
}

/** "average number of orders per customer" is a figure of the numbers of each. */
function finishOfGroups(draft: RequestDraft): void {
  const { request, aggregates, aggregatesAreFresh } = draft
  const [over, inner, ...more] = aggregates
  if (over === undefined || inner === undefined || more.length > 0 || inner.isApart) return
  if (request.groups.length === 0 || over.aggregate === 'count') return
  const isCount = inner.aggregate === 'count' && request.figures.length === 0
  const isSum = request.figures.length === 2 && inner.aggregate !== 'count' && !aggregatesAreFresh
  if (!isCount && !isSum) return
  draft.aggregatesAreFresh = false
  request.figures = request.figures.slice(1)
  request.analysis = { kind: 'of-groups', over: over.aggregate, percent: over.percent }
}

/** "distinct customers per region": how many of them there are in each. */
function finishDistinct({ request }: RequestDraft): void {
  const { isDistinct, groups, subjects, figures } = request
  if (isDistinct && groups.length > 0 && subjects.length > 0 && figures.length === 0) request.countsRows = true
}

/** "when was …": the date of what is found is shown with it. */
function finishWhen({ request }: RequestDraft, notes: ReadingNotes): void {
  const [figure, ...others] = request.figures
  // "when was the latest follow-up": its date is the answer.
  if (figure !== undefined && others.length === 0 && isTemporal(figure.column) && request.rank === null)
    request.asksWhen = false
  if (!request.asksWhen || request.subjects.some(({ column }) => isTemporal(column))) return
  const column = notes.numberedYear ?? notes.dateColumn('when')
  if (column === null) return
  const isDay = column.type.startsWith('TIMESTAMP') && /\b(day|date)\b/i.test(notes.question)
  request.subjects = [...request.subjects, { ...plainGroup(column), unit: isDay ? 'day' : null }]
}
