import { literal } from './sql-parts.ts'
import type { Table } from './table-columns.ts'

/** What follows FROM: a file as `query_data` names it, or the subquery that joins two of them. */
export function fromTable(table: Table): string {
  return table.from ?? literal(table.name)
}
