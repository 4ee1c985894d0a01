import type { Comparison } from '../../grammar/comparisons.ts'
import type { TextMatch } from '../../grammar/text-matches.ts'
import { weekdayNames, monthNames } from '../../grammar/time-words.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { formatFigure } from '../../format-figure.ts'
import { isoDay } from '../words/calendar.ts'
import type { ColumnFilter, DatePart, Filter, Period } from '../request/request.ts'
import { wordsOfName } from '../../words.ts'
import { isText, type Column } from '../columns/table-columns.ts'

/** What rows are counted, in words: "where *region* is Europe and the year of *date* is 2024". Empty without filters. */
export function describeFilters(filters: readonly Filter[]): string {
  return filters.length === 0 ? '' : ` where ${enumerate(filters.map(describeFilter))}`
}

export function describeFilter(filter: Filter): string {
  if (filter.kind === 'any') return `(${enumerate(filter.filters.map(describeFilter), 'or')})`
  const said = describeColumnFilter(filter)
  return filter.isNegated ? said.replace(/\b(is|contains|starts|ends)\b/, (verb) => negations[verb] ?? verb) : said
}

const negations: Readonly<Record<string, string>> = {
  is: 'is not',
  contains: 'does not contain',
  starts: 'does not start',
  ends: 'does not end',
}

function describeColumnFilter(filter: ColumnFilter): string {
  const name = `*${plainText(filter.column.name)}*`
  switch (filter.kind) {
    case 'values':
      return `${name} is ${enumerate(filter.values.map(plainText), 'or')}`
    case 'compare':
      return `${name} ${compared(
        filter.comparison,
        filter.operands.map((each) => numberName(filter.column, each)),
      )}`
    case 'part-of-date':
      return `the ${filter.part} of ${name} ${compared(
        filter.comparison,
        filter.operands.map((each) => partName(filter.part, each)),
      )}`
    case 'period':
      return `${name} is ${enumerate(
        filter.periods.map((period) => periodWords(filter.comparison, period)),
        'or',
      )}`
    case 'text':
      return `${name} ${textPhrases[filter.match]} “${plainText(filter.text)}”`
    case 'missing':
      return `${name} is missing${isText(filter.column) ? ' or blank' : ''}`
    case 'truth':
      return `${name} is true`
    case 'average':
      return `${name} is ${filter.comparison === '>' ? 'above' : 'below'} its average`
    case 'outlier':
      return `${name} is farther than 1.5 × the interquartile range from its quartiles`
  }
}

const comparisonPhrases: Readonly<Record<Exclude<Comparison, 'between'>, string>> = {
  '=': 'is',
  '>': 'is over',
  '>=': 'is at least',
  '<': 'is under',
  '<=': 'is at most',
}

function periodWords(comparison: Exclude<Comparison, 'between'>, { name, from, until }: Period): string {
  const isDay = until === isoDay(Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8, 10)) + 1)
  const inside = isDay ? 'on' : name.includes(' to ') ? 'from' : 'in'
  const words = { '=': inside, '>': 'after', '>=': `${inside} or after`, '<': 'before', '<=': 'not after' }
  return `${words[comparison]} ${name}`
}

const textPhrases: Readonly<Record<TextMatch, string>> = {
  contains: 'contains',
  starts: 'starts with',
  ends: 'ends with',
}

function compared(comparison: Comparison, operands: readonly string[]): string {
  if (comparison === 'between') return `is between ${enumerate(operands)}`
  return `${comparisonPhrases[comparison]} ${enumerate(operands, 'or')}`
}

/** "over 5", "between 5 and 10" */
export function comparedWith(comparison: Comparison, operands: readonly number[]): string {
  return compared(comparison, operands.map(formatFigure)).replace(/^is /, '')
}

/** A year in a column of its own is no quantity either. */
function numberName({ name }: Column, value: number): string {
  return wordsOfName(name).includes('year') ? String(value) : formatFigure(value)
}

/** A year is not a quantity: no thousands apart. */
function partName(part: DatePart, value: number): string {
  if (part === 'month') return monthNames[value - 1] ?? String(value)
  return part === 'weekday' ? (weekdayNames[value - 1] ?? String(value)) : String(value)
}
