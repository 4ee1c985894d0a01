import { isYearNumber } from '../columns/year-number.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { ColumnFilter, Filter } from './request.ts'
import { isTemporal } from '../columns/table-columns.ts'

/** "growth from 2013 to 2014": two times are compared, and without them each with the one before. */
export function finishChange({ request }: RequestDraft, notes: ReadingNotes): void {
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
