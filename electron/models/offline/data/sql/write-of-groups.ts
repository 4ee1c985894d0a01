import { plainText } from '../../markdown.ts'
import {
  aggregateSql,
  article,
  describeAggregate,
  distinctCount,
  figureColumn,
  rowCount,
  selectFigure,
} from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupExpression, groupLabel } from './group-sql.ts'
import { unclear, written, type Written } from './query.ts'
import type { Analysis, Request } from '../request/request.ts'
import { identifier, joinLines } from './sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'
import { needsNumbers, noNumbers } from './write-figures.ts'

/** One figure over a figure of each group: the average of the numbers of rows of each customer. */
export function writeOfGroups(
  request: Request,
  table: Table,
  { over, percent }: Extract<Analysis, { readonly kind: 'of-groups' }>,
): Written {
  const { groups, figures, subjects, filters, rank } = request
  const [group, ...others] = groups
  const [figure, ...more] = figures
  const [subject] = subjects
  if (group === undefined || others.length > 0 || more.length > 0 || subjects.length > 1 || rank !== null)
    return unclear(
      'Such a figure of each is told for one thing at a time, for example “average number of rows per region”.',
    )
  if (figure !== undefined && needsNumbers(figure)) return noNumbers(figure)
  const counted = subject === undefined ? rowCount : distinctCount(subject)
  const each = figure === undefined ? counted : figureColumn(figure)
  const what = describeAggregate(over, percent)
  const name = plainText(groupLabel(group))
  const outer = {
    label: `${what} ${each.label} per ${groupLabel(group)}`,
    sql: aggregateSql(over, identifier('each'), percent),
    words: `${article(what)} ${what} ${each.words.replace(/^an? /, '').replace(/ of$/, '')} per *${name}* of`,
    format: 'number',
    column: each.column ?? group.column,
  } as const
  const key = identifier(group.column.name)
  const sql = joinLines([
    `SELECT ${selectFigure(outer)}`,
    `FROM (SELECT ${each.sql} AS "each"`,
    `FROM ${fromTable(table)}`,
    whereClause(filters, table, [`${key} IS NOT NULL`]),
    `GROUP BY ${groupExpression(group)})`,
  ])
  return written({
    sql,
    shape: 'single',
    figures: [outer],
    assumptions: [`every *${name}* that has rows counts once`],
  })
}
