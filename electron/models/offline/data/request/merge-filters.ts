import type { ColumnFilter, Filter } from './request.ts'

/**
 * A filter beside those there are. Several values of one column mean any of them ("in Europe and Asia": no row is in
 * both). After "or" it is another way to fit the filter before it.
 */
export function addFilter(
  filters: readonly Filter[],
  filter: ColumnFilter,
  joint: 'and' | 'or' | null,
): readonly Filter[] {
  const last = filters.at(-1)
  const same = filters.find((each) => each.kind !== 'any' && isSameChoice(each, filter))
  if (same !== undefined && same.kind !== 'any')
    return filters.map((each) => (each === same ? mergeChoices(same, filter) : each))
  // "no report been filed": it is filed nowhere.
  const opposite = filters.find((each) => each.kind === 'missing' && filter.kind === 'missing' && isOfOne(each, filter))
  if (opposite !== undefined && joint !== 'or')
    return filters.map((each) => (each === opposite ? missingOf(each) : each))
  if (joint !== 'or' || last === undefined) return [...filters, filter]
  const ways = last.kind === 'any' ? last.filters : [last]
  return [...filters.slice(0, -1), { kind: 'any', filters: [...ways, filter] }]
}

function isOfOne(a: Filter, b: ColumnFilter): boolean {
  return a.kind !== 'any' && a.column.name === b.column.name
}

function missingOf(filter: Filter): Filter {
  return filter.kind === 'any' ? filter : { ...filter, isNegated: false }
}

function isSameChoice(a: ColumnFilter, b: ColumnFilter): boolean {
  if (a.column.name !== b.column.name || a.kind !== b.kind || a.isNegated !== b.isNegated) return false
  if (a.kind === 'values' || a.kind === 'missing' || a.kind === 'truth') return true
  if (a.kind === 'part-of-date' && b.kind === 'part-of-date' && a.part !== b.part) return false
  return isChoice(a) && isChoice(b)
}

function isChoice(filter: ColumnFilter): boolean {
  const isComparing = filter.kind === 'compare' || filter.kind === 'part-of-date' || filter.kind === 'period'
  return isComparing && filter.comparison === '='
}

function mergeChoices(a: ColumnFilter, b: ColumnFilter): ColumnFilter {
  if (a.kind === 'values' && b.kind === 'values') return { ...a, values: [...new Set([...a.values, ...b.values])] }
  if (a.kind === 'compare' && b.kind === 'compare')
    return { ...a, operands: [...new Set([...a.operands, ...b.operands])] }
  if (a.kind === 'part-of-date' && b.kind === 'part-of-date')
    return { ...a, operands: [...new Set([...a.operands, ...b.operands])] }
  if (a.kind === 'period' && b.kind === 'period') return { ...a, periods: [...a.periods, ...b.periods] }
  return b
}
