import type { Comparison } from '../grammar/comparisons.ts'
import { enumerate, plainText } from '../markdown.ts'
import { formatFigure } from '../format-figure.ts'
import type { Filter } from './request.ts'

const comparisonPhrases: Readonly<Record<Exclude<Comparison, 'between'>, string>> = {
  '=': 'is',
  '>': 'is over',
  '>=': 'is at least',
  '<': 'is under',
  '<=': 'is at most',
}

/** What rows are counted, in words: "where *region* is Europe and the year of *date* is 2024". Empty without filters. */
export function describeFilters(filters: readonly Filter[]): string {
  return filters.length === 0 ? '' : ` where ${enumerate(filters.map(describeFilter))}`
}

function describeFilter(filter: Filter): string {
  const name = `*${plainText(filter.column.name)}*`
  if (filter.kind === 'values') return `${name} is ${enumerate(filter.values.map(plainText), 'or')}`
  const subject = filter.kind === 'part-of-date' ? `the ${filter.part} of ${name}` : name
  // A year is not a quantity: no thousands apart.
  const operands = filter.operands.map((each) => (filter.kind === 'part-of-date' ? String(each) : formatFigure(each)))
  if (filter.comparison === 'between') return `${subject} is between ${enumerate(operands)}`
  return `${subject} ${comparisonPhrases[filter.comparison]} ${enumerate(operands, 'or')}`
}
