import { countingRanks } from '../grammar/ranks.ts'
import { plainText } from '../markdown.ts'
import { isYearNumber, type ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { rankByQuality } from './rank-quality.ts'
import { settleAggregates } from './settle-aggregates.ts'
import { plainFigure, plainGroup, type RequestDraft } from './request-draft.ts'
import type { ColumnFilter, Filter, Group } from './request.ts'
import { takeTrailingAggregates } from './trailing-aggregates.ts'
import { isCountOfRow, isIdentifier, isNamedForTime, isNumeric, isTemporal } from './table-columns.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** What can only be said at the end of a question: what several words together ask for, and what was left over. */
export function finishRequest(draft: RequestDraft, { notes, conditions }: Reading): void {
  const { filters, base, having } = conditions.finish()
  draft.request.filters = filters
  draft.request.having = having
  takeTrailingAggregates(draft)
  rankByQuality(draft, notes)
  finishOutliers(draft, notes)
  finishShare(draft, { filters: draft.request.filters, base, hasOpenWords: conditions.hasOpenWords })
  if (conditions.asksAllMissing) finishMissing(draft, notes)
  finishCorrelation(draft, notes)
  finishOfGroups(draft)
  if (draft.limit !== null) notes.unexplained(String(draft.limit))
  if (draft.isComparing) finishComparison(draft, { notes, conditions })
  countNamed(draft)
  countInColumn(draft, notes)
  finishRank(draft)
  finishDistinct(draft)
  finishCounted(draft, notes)
  finishListing(draft, conditions)
  finishWhen(draft, notes)
  finishChange(draft, notes)
  settleAggregates(draft, notes)
  const isLeftOver = draft.aggregatesAreFresh && draft.aggregates.some(({ aggregate }) => aggregate !== 'count')
  if (isLeftOver) notes.unclear('I see what to compute, but not of which column.', true)
}

/** "outliers in X" shows their rows, "average X without outliers" leaves them out of it. */
function finishOutliers(draft: RequestDraft, notes: ReadingNotes): void {
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

/** "what share of A is B": without such a verb, times are the whole and other conditions the part. */
function finishShare(
  { request }: RequestDraft,
  of: {
    readonly filters: readonly Filter[]
    readonly base: readonly Filter[] | null
    readonly hasOpenWords: boolean
  },
): void {
  const { filters, base } = of
  if (request.analysis.kind !== 'share') return
  if (of.hasOpenWords && request.groups.length === 0) {
    // The part is among the words still to be looked up.
    request.analysis = { kind: 'plain' }
    request.countsRows = request.figures.length === 0
    return
  }
  if (base !== null) {
    request.filters = base
    request.analysis = { kind: 'share', part: filters }
  } else if (request.groups.length === 0) {
    const part = filters.filter((filter) => !isOfTime(filter))
    const isOfParts = part.length > 0
    request.filters = isOfParts ? filters.filter(isOfTime) : []
    request.analysis = { kind: 'share', part: isOfParts ? part : filters }
  }
}

function isOfTime(filter: Filter): boolean {
  if (filter.kind === 'any') return false
  return filter.kind === 'period' || filter.kind === 'part-of-date' || isNamedForTime(filter.column)
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

/** "when was …": the date of what is found is shown with it. */
function finishWhen({ request }: RequestDraft, notes: ReadingNotes): void {
  if (!request.asksWhen || request.subjects.some(({ column }) => isTemporal(column))) return
  const column = notes.numberedYear ?? notes.dateColumn('when')
  if (column !== null) request.subjects = [...request.subjects, plainGroup(column)]
}

/** "growth from 2013 to 2014": two times are compared, and without them each with the one before. */
function finishChange({ request }: RequestDraft, notes: ReadingNotes): void {
  if (request.analysis.kind !== 'change') return
  const ends = request.filters.flatMap((filter) => endsOf(filter) ?? [])
  const [from, to, ...more] = ends
  if (from !== undefined && to !== undefined && more.length === 0) {
    request.filters = request.filters.filter((filter) => endsOf(filter) === null)
    request.analysis = { kind: 'change', between: [from, to] }
  } else if (request.groups.length === 0) {
    const isDated = notes.columns.some(isTemporal)
    if (isDated)
      notes.open(
        'A change from when to when? I can tell it from one year, quarter or month to the next.',
        ['year', 'quarter', 'month'].map((unit) => `${notes.question} by ${unit}`),
      )
    else notes.unclear('A change from what to what? Say, for example, “by year” or “from 2013 to 2014”.')
  }
}

/** The two times a condition names, each as a condition. */
function endsOf(filter: Filter): readonly ColumnFilter[] | null {
  if (filter.kind === 'any' || filter.isNegated) return null
  if (filter.kind === 'period') {
    const { periods, comparison } = filter
    return periods.length === 2 && comparison === '='
      ? periods.map((period) => ({ ...filter, periods: [period] }))
      : null
  }
  const isYears = filter.kind === 'part-of-date' ? filter.part === 'year' : filter.kind === 'compare'
  if (!isYears || (filter.kind !== 'part-of-date' && filter.kind !== 'compare')) return null
  const isPair = filter.operands.length === 2 && filter.operands.every(isYearNumber)
  return isPair ? filter.operands.map((year) => ({ ...filter, comparison: '=', operands: [year] })) : null
}

/** "compare amount in Europe and Asia": one figure for each, not one for both. "weight against height": their points. */
function finishComparison({ request }: RequestDraft, { notes, conditions }: Reading): void {
  const { figures, groups, chart } = request
  const isOfTwoFigures = figures.length === 2 && figures.every(({ aggregate }) => aggregate === null)
  if (isOfTwoFigures) request.chart = { kind: chart?.kind ?? 'scatter' }
  if (isOfTwoFigures || groups.length > 0) return
  const choices = request.filters.flatMap((filter) => groupOfChoice(filter) ?? [])
  if (choices.length === 0 && !conditions.hasOpenWords)
    notes.unclear('Compare what? Name what to split by, for example “by region”, or two values.')
  request.groups = choices
}

/** How to split by a condition that names several values. */
function groupOfChoice(filter: Filter): Group | null {
  if (filter.kind === 'any' || filter.isNegated) return null
  const { column } = filter
  if (filter.kind === 'values') return filter.values.length > 1 ? plainGroup(column) : null
  const isChoice = filter.kind === 'compare' || filter.kind === 'part-of-date'
  if (!isChoice || filter.comparison !== '=' || filter.operands.length < 2) return null
  if (filter.kind === 'compare') return plainGroup(column)
  return { column, unit: filter.part === 'month' ? 'month-of-year' : filter.part, width: null }
}

/** "how many values are missing": without a column, in each of them. */
function finishMissing({ request }: RequestDraft, notes: ReadingNotes): void {
  if (request.figures.length + request.groups.length + request.subjects.length > 0) return notes.unexplained('missing')
  request.analysis = { kind: 'missing' }
}

/** "how many women" in a table that holds a count of them: each of its rows stands for so many. */
function finishCounted({ request, namesTable }: RequestDraft, notes: ReadingNotes): void {
  const { countsRows, figures, subjects, isDistinct, mentionsRows, having, analysis, rank } = request
  const column = notes.columns.find(({ name, type }) => name.toLowerCase() === 'count' && /INT/.test(type))
  const isOther = isDistinct || mentionsRows || namesTable || rank !== null || analysis.kind !== 'plain'
  if (column === undefined || !countsRows || isOther) return
  if (figures.length + subjects.length + having.length > 0) return
  request.countsRows = false
  request.figures = [plainFigure('sum', column)]
  notes.assume(`each row stands for as many as its *${plainText(column.name)}* says`)
}

/** "distinct customers per region": how many of them there are in each. */
function finishDistinct({ request }: RequestDraft): void {
  const { isDistinct, groups, subjects, figures } = request
  if (isDistinct && groups.length > 0 && subjects.length > 0 && figures.length === 0) request.countsRows = true
}

/** "cars with more than 200 horsepower" asks for them, where nothing is asked about them. */
function finishListing({ request, namesTable }: RequestDraft, conditions: ConditionReader): void {
  const { figures, groups, subjects, rank, chart, countsRows, analysis } = request
  const isIdle =
    figures.length + groups.length + subjects.length === 0 && rank === null && chart === null && !countsRows
  const isChosen = request.isListing || request.filters.length > 0 || conditions.hasOpenWords
  if (isIdle && analysis.kind === 'plain' && namesTable && isChosen) request.mentionsRows = true
}

/** "strikes by state": nothing else can be asked of them than how many. */
function countNamed({ request, namesTable, countsNamed, isSplit }: RequestDraft): void {
  const { figures, groups, subjects, rank, analysis } = request
  if (!countsNamed || !namesTable || figures.length + subjects.length > 0 || rank !== null) return
  if ((groups.length > 0 || isSplit) && analysis.kind === 'plain') request.countsRows = true
}

/** "how many women worked as teachers", where each row tells how many in a column of its own. */
function countInColumn({ request, namesTable }: RequestDraft, notes: ReadingNotes): void {
  const { figures, subjects, countsRows, mentionsRows, isDistinct, analysis, filters } = request
  const [counting, ...others] = notes.columns.filter(isCountOfRow)
  if (!countsRows || counting === undefined || others.length > 0 || filters.length === 0) return
  if (mentionsRows || namesTable || isDistinct || figures.length + subjects.length > 0 || analysis.kind !== 'plain')
    return
  request.countsRows = false
  request.figures = [plainFigure('sum', counting)]
  notes.assume(`each row stands for as many as its *${plainText(counting.name)}*, so I added that up`)
}

/** "which region has the most orders" counts what is ranked; "top 5 cars by weight" is about the table's rows. */
function finishRank(draft: RequestDraft): void {
  const { request } = draft
  const { rank, figures, subjects } = request
  if (rank === null) return
  if (draft.namesTable && subjects.length === 0 && (rank.limit !== null || request.isListing))
    request.mentionsRows = true
  if (figures.length > 0 || !countingRanks.has(rank.word)) return
  const things = subjects.filter(({ column }) => isIdentifier(column))
  const [thing] = things
  if (subjects.length === 2 && things.length === 1 && thing !== undefined) {
    request.subjects = subjects.filter((subject) => subject !== thing)
    request.figures = [plainFigure('count', thing.column)]
  } else if (request.mentionsRows || draft.namesTable) request.countsRows = true
}
