import type { Comparison } from '../../grammar/comparisons.ts'
import type { TextMatch } from '../../grammar/text-matches.ts'
import { fromTable } from '../tables/from-clause.ts'
import type { ColumnFilter, DatePart, Filter, Period } from '../request/request.ts'
import { identifier, literal } from './sql-parts.ts'
import { isText, type Table } from '../columns/table-columns.ts'

/** `WHERE …` for all filters together, and more conditions in SQL; null when there are none. */
export function whereClause(filters: readonly Filter[], table: Table, more: readonly string[] = []): string | null {
  const conditions = [...filters.map((filter) => filterCondition(filter, filters, table)), ...more]
  return conditions.length === 0 ? null : `WHERE ${conditions.join(' AND ')}`
}

/** One filter in SQL. `all` are those an average or a fence beside it is computed under. */
export function filterCondition(filter: Filter, all: readonly Filter[], table: Table): string {
  if (filter.kind === 'any') return `(${filter.filters.map((each) => filterCondition(each, all, table)).join(' OR ')})`
  const condition = columnCondition(filter, all, table)
  if (!filter.isNegated) return condition
  if (filter.kind === 'missing')
    return condition.replace('IS NULL', 'IS NOT NULL').replace(' OR ', ' AND ').replace(" = ''", " <> ''")
  // A row without a value is none of those that are left out, but it is not "at most 5" either.
  return isMeasured(filter) ? `NOT ${condition}` : `(${condition}) IS NOT TRUE`
}

function isMeasured({ kind }: ColumnFilter): boolean {
  return kind === 'compare' || kind === 'average' || kind === 'outlier'
}

function columnCondition(filter: ColumnFilter, all: readonly Filter[], table: Table): string {
  const name = identifier(filter.column.name)
  switch (filter.kind) {
    case 'values':
      return isOneOf(name, filter.values.map(literal))
    case 'compare':
      return compare(name, filter.comparison, filter.operands.map(String))
    case 'part-of-date':
      return compare(dateParts[filter.part](name), filter.comparison, filter.operands.map(String))
    case 'period':
      return periodCondition(name, filter.comparison, filter.periods)
    case 'text':
      return `${textFunctions[filter.match]}(lower(${name}), lower(${literal(filter.text)}))`
    case 'missing':
      return isText(filter.column) ? `(${name} IS NULL OR trim(${name}) = '')` : `${name} IS NULL`
    case 'truth':
      return name
    case 'average':
      return `${name} ${filter.comparison} (SELECT avg(${name}) FROM ${fromTable(table)}${under(filter, all, table)})`
    case 'outlier':
      return outlierCondition(name, `FROM ${fromTable(table)}${under(filter, all, table)}`)
  }
}

export const dateParts: Readonly<Record<DatePart, (column: string) => string>> = {
  year: (column) => `year(${column})`,
  quarter: (column) => `quarter(${column})`,
  month: (column) => `month(${column})`,
  weekday: (column) => `isodow(${column})`,
}

const textFunctions: Readonly<Record<TextMatch, string>> = {
  contains: 'contains',
  starts: 'starts_with',
  ends: 'ends_with',
}

function compare(left: string, comparison: Comparison, operands: readonly string[]): string {
  const [first = '', second = ''] = operands
  if (comparison === 'between') return `(${left} BETWEEN ${first} AND ${second})`
  return comparison === '=' ? isOneOf(left, operands) : `(${left} ${comparison} ${first})`
}

function isOneOf(left: string, operands: readonly string[]): string {
  return operands.length === 1 ? `${left} = ${operands[0]}` : `${left} IN (${operands.join(', ')})`
}

/** Half-open, so that no time of day falls out of the last day. */
function periodCondition(name: string, comparison: Exclude<Comparison, 'between'>, periods: readonly Period[]): string {
  const [first] = periods
  const from = `DATE ${literal(first?.from ?? '')}`
  const until = `DATE ${literal(first?.until ?? '')}`
  switch (comparison) {
    case '>':
      return `${name} >= ${until}`
    case '>=':
      return `${name} >= ${from}`
    case '<':
      return `${name} < ${from}`
    case '<=':
      return `${name} < ${until}`
    case '=': {
      const each = periods.map(
        (period) => `(${name} >= DATE ${literal(period.from)} AND ${name} < DATE ${literal(period.until)})`,
      )
      return each.length === 1 ? (each[0] ?? '') : `(${each.join(' OR ')})`
    }
  }
}

/** The other filters, so that "above average in Europe" compares with Europe's average. */
function under(filter: ColumnFilter, all: readonly Filter[], table: Table): string {
  const others = all.filter((each) => each !== filter && each.kind !== 'average' && each.kind !== 'outlier')
  const where = whereClause(others, table)
  return where === null ? '' : ` ${where}`
}

/** Tukey's fences, over interpolated quartiles. */
function outlierCondition(name: string, from: string): string {
  const quartile = (fraction: number) => `quantile_cont(${name}, ${fraction})`
  const fence = (of: string) => `(SELECT ${of} ${from})`
  const low = fence(`2.5 * ${quartile(0.25)} - 1.5 * ${quartile(0.75)}`)
  const high = fence(`2.5 * ${quartile(0.75)} - 1.5 * ${quartile(0.25)}`)
  return `(${name} < ${low} OR ${name} > ${high})`
}
