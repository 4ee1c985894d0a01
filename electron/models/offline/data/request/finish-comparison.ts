import type { TimeUnit } from '../../grammar/time-words.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { Filter, Group, Period } from './request.ts'

/** "compare amount in Europe and Asia": one figure for each, not one for both. "weight against height": their points. */
export function finishComparison(
  { request }: RequestDraft,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
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
  if (filter.kind === 'period') return groupOfPeriods(filter)
  const isChoice = filter.kind === 'compare' || filter.kind === 'part-of-date'
  if (!isChoice || filter.comparison !== '=' || filter.operands.length < 2) return null
  if (filter.kind === 'compare') return plainGroup(column)
  return { column, unit: filter.part === 'month' ? 'month-of-year' : filter.part, width: null }
}

/** "Q1 2023 vs Q2 2023": periods of one length, each by itself. */
function groupOfPeriods({ column, periods, comparison }: PeriodFilter): Group | null {
  if (comparison !== '=' || periods.length < 2) return null
  const unit = periodUnits.find(([, days]) => periods.every((period) => isAbout(daysOf(period), days)))?.[0]
  return unit === undefined ? null : { column, unit, width: null }
}

type PeriodFilter = Extract<Filter, { readonly kind: 'period' }>

const periodUnits: readonly (readonly [TimeUnit, readonly [number, number]])[] = [
  ['day', [1, 1]],
  ['month', [28, 31]],
  ['quarter', [90, 92]],
  ['year', [365, 366]],
]

function isAbout(days: number, [least, most]: readonly [number, number]): boolean {
  return days >= least && days <= most
}

function daysOf({ from, until }: Period): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
}
