import { comparingWords } from '../../grammar/structure-words.ts'
import type { TimeUnit } from '../../grammar/time-words.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { Filter, Group, Period } from './request.ts'

/** "compare amount in Europe and Asia": one figure for each, not one for both. "weight against height": their points. */
export function finishComparison(
  { request }: Pick<RequestDraft, 'request'>,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
  const { figures, groups, chart, rank } = request
  if (request.analysis.kind === 'change') return
  const isOfTwoFigures = figures.length === 2 && figures.every(({ aggregate }) => aggregate === null)
  if (isOfTwoFigures && rank !== null)
    return notes.unclear('I can compare one figure at a time. Which one shall it be?')
  if (isOfTwoFigures) request.chart = { kind: chart?.kind ?? 'scatter' }
  if (isOfTwoFigures || groups.length > 0) return
  const choices = request.filters.flatMap((filter) => (isOfHalves(filter) ? [] : (groupOfChoice(filter) ?? [])))
  // "H1 against H2" have no unit to split by: both are told, and the change.
  if (choices.length === 0 && rank === null && request.filters.some(isOfHalves)) {
    request.analysis = { kind: 'change', between: null, isUnsigned: false }
    return
  }
  if (choices.length === 0 && isAgainstOne(request, notes)) return
  if (choices.length === 0 && !conditions.hasOpenWords)
    notes.unclear('Compare what? Name what to split by, for example “by region”, or two values.')
  // "who saw more patients, Ann or Bob": the one with most comes first.
  if (rank !== null && choices.length > 0) request.subjects = choices
  else request.groups = choices
}

/** "games against University B" compares nothing: it tells which games. */
function isAgainstOne({ filters, chart }: RequestDraft['request'], { question }: ReadingNotes): boolean {
  const said: readonly string[] = question.toLowerCase().match(/\p{L}+/gu) ?? []
  const isOnlyAgainst =
    said.includes('against') && !comparingWords.some((word) => word !== 'against' && said.includes(word))
  return isOnlyAgainst && chart === null && filters.length > 0
}

/** Two stretches of several months each, of one year or of all: quarters without a year, and halves. */
function isOfHalves(filter: Filter): boolean {
  if (filter.kind === 'any' || filter.isNegated) return false
  if (filter.kind === 'period') return filter.periods.length === 2 && groupOfPeriods(filter) === null
  const isMonths = filter.kind === 'part-of-date' && filter.part === 'month' && filter.comparison === '='
  return isMonths && (filter.operands.length === 6 || filter.operands.length === 12)
}

/** How to split by a condition that names several values. */
export function groupOfChoice(filter: Filter): Group | null {
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
