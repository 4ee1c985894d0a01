import { isYearNumber } from '../columns/year-number.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Analysis, ColumnFilter, Filter } from './request.ts'
import { isTemporal } from '../columns/table-columns.ts'

/**
 * "growth from 2013 to 2014", "from Autumn to Summer": two times or values are compared, and without them each time with
 * the one before.
 */
export function finishChange(
  draft: RequestDraft,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
  const { request, namesMany } = draft
  if (request.analysis.kind !== 'change') return
  if (request.figures.length === 0 && namesMany) request.countsRows = true
  // "how much warmer": the word tells which figure, and nothing is ranked.
  if (draft.isComparing && request.rank?.limit === null) request.rank = null
  const compared = endsAmong(request.filters, timesOf) ?? endsAmong(request.filters, choicesOf)
  if (compared !== null) {
    request.filters = request.filters.filter((filter) => filter !== compared.filter)
    request.analysis = { ...request.analysis, between: compared.ends }
  } else if (request.groups.length > 0) return
  else if (!conditions.hasOpenWords) askWhich(request.analysis, notes)
  else {
    // Which two they are may be among the words still to be looked up.
    request.analysis = { kind: 'plain' }
    request.countsRows = request.figures.length === 0
  }
}

function askWhich({ isUnsigned }: Analysis & { readonly kind: 'change' }, notes: ReadingNotes): void {
  if (isUnsigned) return notes.unclear('A difference between what and what? Name two values, or two times.')
  if (!notes.columns.some(isTemporal))
    return notes.unclear('A change from what to what? Say, for example, “by year” or “from 2013 to 2014”.')
  notes.open(
    'A change from when to when? I can tell it from one year, quarter or month to the next.',
    ['year', 'quarter', 'month'].map((unit) => `${notes.question} by ${unit}`),
  )
}

type Ends = readonly [ColumnFilter, ColumnFilter]

/** The only condition that names two of something, with each as a condition. */
function endsAmong(
  filters: readonly Filter[],
  endsOf: (filter: ColumnFilter) => readonly ColumnFilter[] | null,
): { readonly filter: Filter; readonly ends: Ends } | null {
  const found = filters.flatMap((filter) => {
    const [from, to, ...more] = filter.kind === 'any' || filter.isNegated ? [] : (endsOf(filter) ?? [])
    return from === undefined || to === undefined || more.length > 0 ? [] : [{ filter, ends: [from, to] as const }]
  })
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? null : only
}

/** The two times a condition names: stretches, years, or halves of what months it names. */
function timesOf(filter: ColumnFilter): readonly ColumnFilter[] | null {
  if (filter.kind === 'period')
    return filter.comparison === '=' ? filter.periods.map((period) => ({ ...filter, periods: [period] })) : null
  if (filter.kind === 'part-of-date' && filter.part !== 'year') {
    const half = filter.operands.length / 2
    const isOfHalves = half === 1 || (filter.part === 'month' && (half === 3 || half === 6))
    return isOfHalves && filter.comparison === '='
      ? [filter.operands.slice(0, half), filter.operands.slice(half)].map((operands) => ({ ...filter, operands }))
      : null
  }
  const isYears = filter.kind === 'part-of-date' || filter.kind === 'compare'
  return isYears && filter.operands.every(isYearNumber) ? choicesOf(filter) : null
}

/** The two values or numbers a condition names. */
function choicesOf(filter: ColumnFilter): readonly ColumnFilter[] | null {
  if (filter.kind === 'values') return filter.values.map((value) => ({ ...filter, values: [value] }))
  const isChoice = filter.kind === 'compare' || filter.kind === 'part-of-date'
  if (!isChoice || (filter.comparison !== '=' && filter.comparison !== 'between')) return null
  return filter.operands.map((operand) => ({ ...filter, comparison: '=', operands: [operand] }))
}
