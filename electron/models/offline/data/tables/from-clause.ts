import { literal } from '../sql/sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'

/** What follows FROM: a file as `query_data` names it, or the subquery that joins two of them. */
export function fromTable(table: Table): string {
  return table.derived?.sql ?? literal(table.name)
}
