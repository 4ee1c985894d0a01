import { plainText } from '../../markdown.ts'
import { figureColumn, rowCount } from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupExpression } from './group-sql.ts'
import { unclear, written, type FigureColumn, type Written } from './query.ts'
import type { ColumnFilter, Filter, Request } from '../request/request.ts'
import { identifier, joinLines } from './sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'
import { filterCondition, whereClause } from './where-clause.ts'
import { computingNotes, needsNumbers, noNumbers } from './write-figures.ts'

/** The place of one value among all of its column, the highest figure being first; equals share a place. */
export function writePlace(request: Request, table: Table): Written {
  const [group] = request.groups
  const [figure, ...more] = request.figures
  const named = request.filters.find(isPlaced)
  if (group === undefined || named === undefined || request.groups.length > 1 || more.length > 0)
    return unclear('I can tell the place of one of them by one figure. Which ones?')
  if (figure === undefined && !request.countsRows)
    return unclear('The place by which figure? Name its column, for example “by amount”.')
  if (figure !== undefined && needsNumbers(figure)) return noNumbers(figure)
  const compared = figure === undefined ? rowCount : figureColumn(figure)
  const order = request.rank?.direction === 'lowest' ? 'ASC' : 'DESC'
  const key = groupExpression(group)
  const others = request.filters.filter((filter) => filter !== named)
  const sql = joinLines([
    `SELECT "place", ${identifier(compared.label)}, "of" FROM (`,
    `SELECT ${key}, ${compared.sql} AS ${identifier(compared.label)},`,
    `  rank() OVER (ORDER BY ${compared.sql} ${order}) AS "place", count(*) OVER () AS "of"`,
    `FROM ${fromTable(table)}`,
    whereClause(others, table, [`${key} IS NOT NULL`]),
    `GROUP BY ${key}`,
    `HAVING ${compared.sql} IS NOT NULL`,
    ')',
    `WHERE ${filterCondition(named, [named], table)}`,
  ])
  const first = order === 'ASC' ? 'lowest' : 'highest'
  const assumptions = [`the ${first} is first, among all of *${plainText(group.column.name)}*`]
  return written({
    sql,
    shape: 'single',
    figures: [place, compared],
    assumptions: [...assumptions, ...computingNotes(request.figures)],
  })
}

const place: FigureColumn = { label: 'place', sql: '"place"', words: 'place', format: 'number', column: null }

/** The condition that names what takes the place. */
export function isPlaced(filter: Filter): filter is ColumnFilter & { readonly kind: 'values' } {
  return filter.kind === 'values' && !filter.isNegated && filter.values.length === 1
}
