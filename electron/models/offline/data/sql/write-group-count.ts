import { comparedWith } from '../answer/describe-filters.ts'
import { distinctCount, figureColumn, rowCount, selectFigure } from './figure-column.ts'
import { groupCondition } from './grouped-query.ts'
import { groupExpression } from './group-sql.ts'
import { written, type Written } from './query.ts'
import { identifier, joinLines } from './sql-parts.ts'
import { fromTable } from '../tables/from-clause.ts'
import type { GroupCondition, Request } from '../request/request.ts'
import { plainText } from '../../markdown.ts'
import type { Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'

/** "how many customers ordered more than five times": of one thing, those whose rows fit a condition. */
export function countsGroups({ countsRows, subjects, groups, figures, having, chart }: Request): boolean {
  return (
    countsRows && subjects.length === 1 && groups.length + figures.length === 0 && having.length > 0 && chart === null
  )
}

export function writeGroupCount(request: Request, table: Table): Written {
  const [subject] = request.subjects
  if (subject === undefined) return { kind: 'problem', problem: { kind: 'nothing-asked' } }
  const fits = request.having.map(describeGroupCondition).join(' and ')
  const words = `a number of different values of *${plainText(subject.column.name)}* with ${fits} of`
  const counted = { ...distinctCount(subject), sql: 'count(*)', words }
  const sql = joinLines([
    `SELECT ${selectFigure(counted)}`,
    `FROM (SELECT ${groupExpression(subject)}`,
    `FROM ${fromTable(table)}`,
    whereClause(request.filters, table, [`${identifier(subject.column.name)} IS NOT NULL`]),
    `GROUP BY ${groupExpression(subject)}`,
    `HAVING ${request.having.map(groupCondition).join(' AND ')})`,
  ])
  return written({ sql, shape: 'single', figures: [counted] })
}

/** "a number of rows over 5" */
function describeGroupCondition({ figure, comparison, operands }: GroupCondition): string {
  const { words } = figure === null ? rowCount : figureColumn(figure)
  return `${words.replace(/ of$/, '')} ${comparedWith(comparison, operands)}`
}
