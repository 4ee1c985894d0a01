import { aggregateLabels, type Aggregate } from '../../grammar/aggregates.ts'
import { plainText } from '../../markdown.ts'
import type { FigureColumn } from './query.ts'
import { groupExpression, groupLabel } from './group-sql.ts'
import type { Figure, Group } from '../request/request.ts'
import { identifier } from './sql-parts.ts'

/** How many rows there are. */
export const rowCount: FigureColumn = {
  label: 'rows',
  sql: 'count(*)',
  words: 'a number of rows of',
  format: 'number',
  column: null,
}

/** A figure as a column of the result. Counting a column counts its different values; what was not said is a total. */
export function figureColumn(figure: Figure): FigureColumn {
  const { column } = figure
  const aggregate = figure.aggregate ?? 'sum'
  const name = `*${plainText(column.name)}*`
  const common = { sql: figureSql(figure), format: 'number', column } as const
  if (aggregate === 'count')
    return { ...common, label: `different ${column.name}`, words: `a number of different values of ${name} of` }
  if (aggregate === 'value') return { ...common, label: column.name, words: `a ${name} of` }
  const what = describeAggregate(aggregate, figure.percent)
  if (figure.other !== null) {
    const [label, other] = [`${what} ${column.name} and ${figure.other.name}`, `*${plainText(figure.other.name)}*`]
    return { ...common, label, words: `a ${what} ${name} and ${other} (Pearson’s r) of` }
  }
  return { ...common, label: `${what} ${column.name}`, words: `${article(what)} ${what} ${name} of` }
}

/** How many different values a group has: products, or days. */
export function distinctCount(group: Group): FigureColumn {
  const { column, unit } = group
  if (unit === null) return figureColumn({ aggregate: 'count', column, percent: null, other: null })
  const words = `a number of different ${groupLabel(group)}s of`
  return {
    label: `different ${groupLabel(group)}s`,
    sql: `count(DISTINCT ${groupExpression(group)})`,
    words,
    format: 'number',
    column,
  }
}

export function describeAggregate(aggregate: Aggregate, percent: number | null): string {
  return aggregate === 'percentile' ? `${ordinal(percent ?? 50)} percentile` : aggregateLabels[aggregate]
}

export function figureSql({ aggregate, column, percent, other }: Figure): string {
  const name = identifier(column.name)
  switch (aggregate) {
    case null:
    case 'sum':
      return `sum(${name})`
    case 'count':
      return `count(DISTINCT ${name})`
    case 'correlation':
      return `corr(${name}, ${identifier((other ?? column).name)})`
    default:
      return aggregateSql(aggregate, name, percent)
  }
}

/** Of any expression. Deviation and variance are those of a sample (divided by n − 1), percentiles interpolated. */
export function aggregateSql(aggregate: Aggregate, expression: string, percent: number | null): string {
  switch (aggregate) {
    case 'value':
      return `any_value(${expression})`
    case 'percentile':
      return `quantile_cont(${expression}, ${(percent ?? 50) / 100})`
    case 'stddev':
      return `stddev_samp(${expression})`
    case 'variance':
      return `var_samp(${expression})`
    case 'range':
      return `max(${expression}) - min(${expression})`
    case 'median':
    case 'sum':
    case 'avg':
    case 'min':
    case 'max':
    case 'count':
    case 'correlation':
      return `${aggregate}(${expression})`
  }
}

export function selectFigure({ sql, label }: FigureColumn): string {
  return `${sql} AS ${identifier(label)}`
}

/** No two columns of a result are called alike, in upper or lower case. Groups keep their names. */
export function withUniqueLabels(groups: readonly string[], figures: readonly FigureColumn[]): FigureColumn[] {
  const taken = new Set(groups.map((label) => label.toLowerCase()))
  return figures.map((figure) => {
    let { label } = figure
    for (let count = 2; taken.has(label.toLowerCase()); count++) label = `${figure.label} (${count})`
    taken.add(label.toLowerCase())
    return { ...figure, label }
  })
}

export function article(words: string): string {
  return /^[aeiou]|^8|^11|^18/.test(words) ? 'an' : 'a'
}

function ordinal(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13
  const ending = isTeen || !Number.isInteger(value) ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}
