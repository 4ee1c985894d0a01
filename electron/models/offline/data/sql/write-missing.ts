import { fromTable } from '../tables/from-clause.ts'
import { rowCount } from './figure-column.ts'
import { unclear, written, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import { joinLines, literal } from './sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'
import { filterCondition, whereClause } from './where-clause.ts'

/** How many values are missing in each column. */
export function writeMissing({ figures, groups, subjects, filters, rank }: Request, table: Table): Written {
  if (figures.length + groups.length + subjects.length > 0 || rank !== null)
    return unclear('Missing values of which column? Say, for example, “how many rows are missing …”.')
  const conditions = table.columns.map((column) =>
    filterCondition({ kind: 'missing', column, isNegated: false }, [], table),
  )
  const sql = joinLines([
    `SELECT unnest([${table.columns.map(({ name }) => literal(name)).join(', ')}]) AS "column", unnest([${conditions
      .map((condition) => `count(*) FILTER (WHERE ${condition})`)
      .join(', ')}]) AS "missing"`,
    `FROM ${fromTable(table)}`,
    whereClause(filters, table),
    'ORDER BY 2 DESC',
  ])
  const missing = { ...rowCount, label: 'missing', words: 'a number of missing values of' }
  return written({ sql, shape: 'grouped', groups: ['column'], figures: [missing] })
}
