import { plainText } from '../../markdown.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupedQuery } from './grouped-query.ts'
import { groupLabel, selectGroup } from './group-sql.ts'
import { unclear, written, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import { identifier, joinLines } from './sql-parts.ts'
import { isText, type Column, type Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'
import { figureColumn, rowCount } from './figure-column.ts'

/** The different values of a column, or some rows as they are. */
export function writeValues(request: Request, table: Table): Written {
  const { subjects, mentionsRows, isListing, isDistinct, filters, groups } = request
  // Values by something else would lose what they are split by.
  if (groups.length > 0 && subjects.length > 0) return whatOf(subjects)
  const isAsked = isListing || isDistinct || isNameOfSome(request)
  if (isAsked && subjects.length > 0 && request.having.length > 0)
    return written(
      groupedQuery(request, table, {
        dimensions: subjects,
        figures: request.having.map(({ figure }) => (figure === null ? rowCount : figureColumn(figure))),
        where: subjects.map(({ column }) => `${identifier(column.name)} IS NOT NULL`),
      }),
    )
  if (isAsked && subjects.length > 0) {
    const present = subjects.length === 1 ? subjects.map(({ column }) => `${identifier(column.name)} IS NOT NULL`) : []
    const sql = joinLines([
      `SELECT DISTINCT ${subjects.map(selectGroup).join(', ')}`,
      `FROM ${fromTable(table)}`,
      whereClause(filters, table, present),
      'ORDER BY 1',
    ])
    return written({ sql, shape: 'values', groups: subjects.map(groupLabel) })
  }
  if (mentionsRows && subjects.length === 0) return writeRows(request, table, null)
  if (subjects.length > 0) return whatOf(subjects)
  return { kind: 'problem', problem: { kind: 'nothing-asked' } }
}

function whatOf([subject]: Request['subjects']): Written {
  return unclear(
    `What of *${plainText(subject?.column.name ?? '')}* would you like to know? For example “how many different …” or “total … by …”.`,
  )
}

/** "countries with over 200 million people": the names of those that fit. */
function isNameOfSome({ subjects, groups, filters, chart }: Request): boolean {
  const [only, ...others] = subjects
  const isPlain = others.length + groups.length === 0 && chart === null
  return only !== undefined && isPlain && isText(only.column) && filters.length > 0
}

/** Rows as they stand: the first few by a column, equals at the cut included; or any that fit, without one. */
export function writeRows(request: Request, table: Table, by: Column | null): Written {
  const { rank, filters, details } = request
  const limit = rank?.limit ?? (by === null ? null : 1)
  const order = by === null ? null : `${identifier(by.name)} ${rank?.direction === 'lowest' ? 'ASC' : 'DESC'}`
  const isCut = rank?.dropsTies === true
  const sql = joinLines([
    `SELECT *`,
    `FROM ${fromTable(table)}`,
    whereClause(filters, table, by === null ? [] : [`${identifier(by.name)} IS NOT NULL`]),
    order === null || isCut ? null : `QUALIFY rank() OVER (ORDER BY ${order}) <= ${limit}`,
    order === null ? null : `ORDER BY ${order}`,
    isCut ? `LIMIT ${limit}` : null,
  ])
  return written({ sql, shape: 'rows', limit, orderedBy: by, told: details })
}
