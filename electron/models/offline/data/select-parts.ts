import { aggregateLabels, type Aggregate } from '../grammar/aggregates.ts'
import type { TimeUnit } from '../grammar/time-words.ts'
import type { FigureColumn, Query } from './query.ts'
import type { Group, Request } from './request.ts'
import { identifier, literal, whereClause } from './sql-parts.ts'
import type { Column, Table } from './table-columns.ts'

/** Figures per group, ordered or cut by `ending`. */
export function groupedQuery(
  request: Request,
  table: Table,
  of: { readonly dimensions: readonly Group[]; readonly figures: readonly FigureColumn[]; readonly ending: string },
): Query {
  const labels = of.dimensions.map(groupLabel)
  const select = [...of.dimensions.map(selectGroup), ...of.figures.map(selectFigure)]
  const sql = joinLines([
    `SELECT ${select.join(', ')}`,
    `FROM ${fileName(table)}`,
    whereClause(request.filters),
    `GROUP BY ${of.dimensions.map((_, index) => index + 1).join(', ')}`,
    of.ending,
  ])
  const isByTime = of.dimensions.some((group) => group.unit !== null)
  return { sql, shape: 'grouped', groups: labels, figures: of.figures, limit: null, isByTime, assumptions: [] }
}

/** How many rows there are. */
export const rowCount: FigureColumn = { label: 'rows', aggregate: 'count', column: null }

/** A figure with its name in the result. Counting a column counts its different values. */
export function figureOf(aggregate: Aggregate, column: Column): FigureColumn {
  const label = aggregate === 'count' ? `different ${column.name}` : `${aggregateLabels[aggregate]} ${column.name}`
  return { label, aggregate, column }
}

export function selectFigure({ aggregate, column, label }: FigureColumn): string {
  const computed =
    column === null
      ? 'count(*)'
      : aggregate === 'count'
        ? `count(DISTINCT ${identifier(column.name)})`
        : `${aggregate}(${identifier(column.name)})`
  return `${computed} AS ${identifier(label)}`
}

export function selectGroup(group: Group): string {
  return group.unit === null ? groupExpression(group) : `${groupExpression(group)} AS ${identifier(groupLabel(group))}`
}

export function groupLabel({ column, unit }: Group): string {
  return unit ?? column.name
}

const timeExpressions: Readonly<Record<TimeUnit, (column: string) => string>> = {
  year: (column) => `year(${column})`,
  quarter: (column) => `year(${column}) || '-Q' || quarter(${column})`,
  month: (column) => `strftime(${column}, '%Y-%m')`,
  week: (column) => `strftime(date_trunc('week', ${column}), '%Y-%m-%d')`,
  day: (column) => `strftime(${column}, '%Y-%m-%d')`,
}

function groupExpression({ column, unit }: Group): string {
  const name = identifier(column.name)
  return unit === null ? name : timeExpressions[unit](name)
}

/** A table as `query_data` names it. */
export function fileName(table: Table): string {
  return literal(table.name)
}

export function joinLines(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
