import type { DuckDBConnection } from '@duckdb/node-api'
import type { Cell } from '../../../shared/tool-results.ts'
import { toCell } from './to-cell.ts'

/** Runs a query of our own and gives its rows as cells. */
export async function readRows(connection: DuckDBConnection, sql: string): Promise<Cell[][]> {
  const reader = await connection.runAndReadAll(sql)
  const types = reader.columnTypes()
  return reader.getRows().map((row) =>
    row.map((value, index) => {
      const type = types[index]
      return type === undefined ? null : toCell(value, type)
    }),
  )
}
