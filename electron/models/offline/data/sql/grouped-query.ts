import { figureSql, selectFigure, withUniqueLabels } from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupLabel, groupOrder, isOrderedGroup, selectGroup } from './group-sql.ts'
import type { FigureColumn, Query } from './query.ts'
import type { Group, GroupCondition, Request } from '../request/request.ts'
import { joinLines } from './sql-parts.ts'
import { isTemporal, type Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'

export type Grouping = {
  readonly dimensions: readonly Group[]
  readonly figures: readonly FigureColumn[]
  /** More conditions on rows and on groups, in SQL. */
  readonly where?: readonly string[]
  readonly having?: readonly string[]
  /** `QUALIFY`, `ORDER BY`, `LIMIT`: refers to columns of the result by their places. */
  readonly ending?: string
}

/** Figures per group: in the order of the first group where it has one, else the largest first figure first. */
export function groupedQuery(request: Request, table: Table, of: Grouping): Query {
  const { dimensions } = of
  const labels = dimensions.map(groupLabel)
  const figures = withUniqueLabels(labels, of.figures)
  const having = [...request.having.map(groupCondition), ...(of.having ?? [])]
  const keys = dimensions.flatMap((group, index) => [String(index + 1), groupOrder(group) ?? []].flat())
  const sql = joinLines([
    `SELECT ${[...dimensions.map(selectGroup), ...figures.map(selectFigure)].join(', ')}`,
    `FROM ${fromTable(table)}`,
    whereClause(request.filters, table, of.where),
    `GROUP BY ${keys.join(', ')}`,
    having.length === 0 ? null : `HAVING ${having.join(' AND ')}`,
    of.ending ?? defaultOrder(dimensions),
  ])
  const [first] = dimensions
  return {
    sql,
    shape: 'grouped',
    groups: labels,
    figures,
    limit: null,
    isOrdered: dimensions.some(isOrderedGroup),
    isByTime: first !== undefined && (first.unit !== null || isTemporal(first.column)),
    orderedBy: null,
    told: [],
    part: null,
    drawing: null,
    assumptions: [],
  }
}

function defaultOrder(dimensions: readonly Group[]): string {
  const places = dimensions.map((group, index) => groupOrder(group) ?? String(index + 1))
  if (dimensions.some(isOrderedGroup)) return `ORDER BY ${places.join(', ')}`
  return `ORDER BY ${dimensions.length + 1} DESC NULLS LAST, ${places.join(', ')}`
}

export function groupCondition({ figure, comparison, operands }: GroupCondition): string {
  const computed = figure === null ? 'count(*)' : figureSql(figure)
  const [first, second] = operands
  return comparison === 'between' ? `${computed} BETWEEN ${first} AND ${second}` : `${computed} ${comparison} ${first}`
}
