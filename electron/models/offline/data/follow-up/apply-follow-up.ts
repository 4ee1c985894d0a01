import { monthPeriod } from '../words/calendar.ts'
import type { ColumnFilter, Filter, Group, Period, Request } from '../request/request.ts'

export type Changed = {
  readonly request: Request
  /** What of the earlier request still holds, to be told. */
  readonly kept: Pick<Request, 'figures' | 'countsRows' | 'groups' | 'filters'>
}

/** `addsToSplit`: new groups come beside those before. `keepsRank`: they are ranked as those before were. */
export type ChangeWay = { readonly addsToSplit: boolean; readonly keepsRank: boolean }

/**
 * An earlier request with the words of a new question read as a change to it: groups and figures replace, a condition
 * on a column replaces the one before on it, others add, a rank or chart is put on top. Null when there is no change.
 */
export function applyFollowUp(
  before: Request,
  change: Request,
  { addsToSplit, keepsRank }: ChangeWay = { addsToSplit: false, keepsRank: false },
): Changed | null {
  const computes = change.figures.length > 0 || change.countsRows || change.analysis.kind !== 'plain'
  const dimensions = [...change.subjects, ...change.groups]
  const isChange =
    computes || dimensions.length > 0 || change.filters.length + change.having.length > 0 || change.rank !== null
  if (!isChange && change.chart === null) return null
  const isMeasured = change.figures.length > 0 || change.countsRows
  const measured = isMeasured ? measuresOf(change) : measuresOf(before)
  const { filters, kept } = changeFilters(
    before.filters,
    change.filters.map((each) => inSameYear(each, before.filters)),
  )
  const request = {
    ...before,
    ...measured,
    ...splitOf(before, addsToSplit ? besideSplit(before, change) : keepsRank ? rankedAsBefore(before, change) : change),
    analysis: change.analysis.kind === 'plain' && !isMeasured ? before.analysis : change.analysis,
    having: isMeasured || dimensions.length > 0 ? change.having : [...before.having, ...change.having],
    asksWhen: change.asksWhen || (before.asksWhen && !isMeasured),
    filters,
    chart: change.chart ?? before.chart,
  }
  const isSplitAnew = dimensions.length > 0
  return {
    request,
    kept: {
      figures: isMeasured ? [] : before.figures,
      countsRows: !isMeasured && before.countsRows,
      groups: isSplitAnew && !addsToSplit ? [] : [...before.subjects, ...before.groups],
      filters: kept,
    },
  }
}

function measuresOf({ figures, countsRows, isDistinct, isListing, mentionsRows, isUnasked }: Request) {
  return { figures, countsRows, isDistinct, isListing, mentionsRows, isUnasked }
}

/** "by sex too": the split before comes first. A rank is one of what was split by in any case. */
function besideSplit(before: Request, change: Request): Request {
  const named = [...change.subjects, ...change.groups]
  if (change.rank !== null || named.length === 0) return change
  const split = [...before.subjects, ...before.groups]
  const isNew = ({ column, unit }: Group) => !split.some((each) => each.column === column && each.unit === unit)
  return { ...change, subjects: [], groups: [...split, ...named.filter(isNew)] }
}

/** "the same ranking for the destinations" */
function rankedAsBefore({ rank }: Request, change: Request): Request {
  return change.rank === null && change.subjects.length + change.groups.length > 0 ? { ...change, rank } : change
}

/** New groups take the place of a rank and what it was of; a new rank is one of what was split by before. */
function splitOf(before: Request, change: Request): Pick<Request, 'groups' | 'subjects' | 'rank'> {
  const named = [...change.subjects, ...change.groups]
  if (change.rank !== null) {
    const dimensions = named.length > 0 ? named : [...before.subjects, ...before.groups]
    return { rank: change.rank, subjects: dimensions, groups: [] }
  }
  if (named.length > 0) return { rank: null, subjects: [], groups: named }
  return { rank: before.rank, subjects: before.subjects, groups: before.groups }
}

type ChangedFilters = { readonly filters: readonly Filter[]; readonly kept: readonly Filter[] }

/** "only Europe" replaces Asia, "without Japan" takes it out of what was asked for or leaves out one more. */
function changeFilters(before: readonly Filter[], change: readonly Filter[]): ChangedFilters {
  const leftOut = change.filter(isLeavingOut)
  const narrowed = before.map((filter) => leftOut.reduce((each, out) => withoutValues(each, out), filter))
  const isSpent = (out: Filter) => before.some((filter) => filter.kind === 'values' && isCovered(filter, out))
  const added = change.filter((filter) => !(isLeavingOut(filter) && isSpent(filter)))
  const kept = narrowed.filter((filter) => !added.some((each) => isSameCondition(each, filter)))
  return { filters: [...kept, ...added], kept }
}

type Values = Extract<ColumnFilter, { readonly kind: 'values' }>

function isLeavingOut(filter: Filter): filter is Values {
  return filter.kind === 'values' && filter.isNegated
}

/** Whether leaving values out only takes them from those that were asked for. */
function isCovered(filter: Values, out: Filter): boolean {
  const isOther = out.kind !== 'values' || filter.isNegated || filter.column.name !== out.column.name
  return (
    !isOther && out.values.every((value) => filter.values.includes(value)) && filter.values.length > out.values.length
  )
}

function withoutValues(filter: Filter, out: Values): Filter {
  if (filter.kind !== 'values' || !isCovered(filter, out)) return filter
  return { ...filter, values: filter.values.filter((value) => !out.values.includes(value)) }
}

/** "and in July" after June 2009 is July 2009. */
export function inSameYear(change: Filter, before: readonly Filter[]): Filter {
  if (change.kind !== 'part-of-date' || change.part !== 'month' || change.isNegated) return change
  const [month, ...more] = change.operands
  const period = before.find((each) => each.kind === 'period' && each.column.name === change.column.name)
  if (month === undefined || more.length > 0 || period?.kind !== 'period') return change
  const [only, ...others] = period.periods
  if (only === undefined || others.length > 0 || !isOneMonth(only)) return change
  return { ...period, periods: [monthPeriod(Number(only.from.slice(0, 4)), month)] }
}

function isOneMonth({ from, until }: Period): boolean {
  const { from: first, until: next } = monthPeriod(Number(from.slice(0, 4)), Number(from.slice(5, 7)))
  return from === first && until === next
}

/** Conditions on one column exclude each other, but for parts of a date, and for what is left out beside it. */
function isSameCondition(a: Filter, b: Filter): boolean {
  if (a.kind === 'any') return a.filters.some((each) => isSameCondition(each, b))
  if (b.kind === 'any') return b.filters.some((each) => isSameCondition(a, each))
  if (a.column.name !== b.column.name) return false
  if (a.isNegated && b.isNegated) return false
  const isOfTime = (filter: ColumnFilter) => filter.kind === 'part-of-date' || filter.kind === 'period'
  if (!isOfTime(a) || !isOfTime(b)) return true
  if (a.kind !== 'part-of-date' || b.kind !== 'part-of-date') return isYearOrPeriod(a) && isYearOrPeriod(b)
  return a.part === b.part
}

/** A month of any year goes together with a year; two years, or a year and a stretch of time, do not. */
function isYearOrPeriod(filter: ColumnFilter): boolean {
  return filter.kind === 'period' || (filter.kind === 'part-of-date' && filter.part === 'year')
}
