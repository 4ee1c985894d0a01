import { rowCount } from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupedQuery } from './grouped-query.ts'
import { unclear, written, type FigureColumn, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import { identifier, joinLines } from './sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'

/** Values that stand in more than one row, or whole rows that do. */
export function writeDuplicates(request: Request, table: Table): Written {
  const { figures, subjects, groups, rank } = request
  const named = [...subjects, ...figures.map(({ column }) => ({ column, unit: null, width: null }))]
  const isPlain = figures.every(({ aggregate }) => aggregate === null) && groups.length === 0 && rank === null
  if (!isPlain) return unclear('I can find duplicate rows, or values that occur more than once. Ask for one of them.')
  if (named.length === 0) return duplicateRows(request, table)
  const query = groupedQuery(request, table, {
    dimensions: named,
    figures: [rowCount],
    where: named.map(({ column }) => `${identifier(column.name)} IS NOT NULL`),
    having: ['count(*) > 1'],
    ending: `ORDER BY ${named.length + 1} DESC, 1`,
  })
  return written({ ...query, shape: 'duplicates' })
}

/** Every column must be equal; missing values are equal to each other. */
function duplicateRows({ filters, countsRows }: Request, table: Table): Written {
  const columns = table.columns.map(({ name }) => identifier(name)).join(', ')
  const repeated = [
    `FROM ${fromTable(table)}`,
    whereClause(filters, table),
    `GROUP BY ${columns}`,
    'HAVING count(*) > 1',
  ]
  const times = identifier(unusedName(table))
  if (!countsRows) {
    return written({
      sql: joinLines([
        `SELECT ${columns}, count(*) AS ${times}`,
        ...repeated,
        `ORDER BY ${table.columns.length + 1} DESC`,
      ]),
      shape: 'duplicates',
      groups: ['row'],
    })
  }
  const figure = (label: string, sql: string, words: string): FigureColumn => ({
    ...rowCount,
    label,
    sql,
    words,
    column: table.columns[0] ?? null,
  })
  const figures = [
    figure('repeated rows', `coalesce(sum(${times} - 1), 0)`, 'rows that repeat another one:'),
    figure('rows in all', `coalesce(sum(${times}), 0)`, 'with the first of each:'),
  ]
  const sql = joinLines([
    `SELECT ${figures.map(({ sql: computed, label }) => `${computed} AS ${identifier(label)}`).join(', ')}`,
    `FROM (SELECT count(*) AS ${times}`,
    ...repeated.slice(0, -1),
    'HAVING count(*) > 1)',
  ])
  return written({ sql, shape: 'duplicates', figures, assumptions: ['rows are equal when all their columns are'] })
}

function unusedName(table: Table): string {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()))
  let name = 'times'
  while (taken.has(name)) name += '_'
  return name
}
