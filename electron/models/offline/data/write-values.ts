import { plainText } from '../markdown.ts'
import { unclear, type Written } from './query.ts'
import type { Request } from './request.ts'
import { fileName, groupLabel, joinLines, selectGroup } from './select-parts.ts'
import { identifier, whereClause } from './sql-parts.ts'
import type { Column, Table } from './table-columns.ts'

/** The different values of a column, or some rows as they are. */
export function writeValues(request: Request, table: Table): Written {
  const { subjects, mentionsRows, isListing, isDistinct, filters } = request
  const isAsked = isListing || isDistinct
  if (isAsked && subjects.length > 0) {
    const aliases = subjects.map(groupLabel)
    const select = subjects.map(selectGroup).join(', ')
    const present = aliases.length === 1 ? subjects.map(({ column }) => `${identifier(column.name)} IS NOT NULL`) : []
    const sql = joinLines([
      `SELECT DISTINCT ${select}`,
      `FROM ${fileName(table)}`,
      whereClause(filters, present),
      'ORDER BY 1',
    ])
    return {
      kind: 'query',
      query: { sql, shape: 'values', groups: aliases, figures: [], limit: null, isByTime: false, assumptions: [] },
    }
  }
  if (mentionsRows && subjects.length === 0) return writeRows(request, table, null)
  if (subjects.length > 0) {
    return unclear(
      `What of *${plainText(subjects[0]?.column.name ?? '')}* would you like to know? For example “how many different …” or “total … by …”.`,
    )
  }
  return { kind: 'problem', problem: { kind: 'nothing-asked' } }
}

/** Rows as they stand, ordered by a column where one is given. */
export function writeRows(
  request: Request,
  table: Table,
  by: { readonly column: Column; readonly order: 'ASC' | 'DESC' } | null,
): Written {
  const limit = request.rank?.limit ?? 10
  const sql = joinLines([
    `SELECT *`,
    `FROM ${fileName(table)}`,
    whereClause(request.filters),
    by === null ? null : `ORDER BY ${identifier(by.column.name)} ${by.order} NULLS LAST`,
    `LIMIT ${limit}`,
  ])
  return {
    kind: 'query',
    query: { sql, shape: 'rows', groups: [], figures: [], limit, isByTime: false, assumptions: [] },
  }
}
