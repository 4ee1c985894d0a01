import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api'

/** A column on its way to its profile. In SQL it is `c0`, `c1`, …: names may be odd, long, or alike but for their case. */
export type ProfiledColumn = { readonly index: number; readonly name: string; readonly type: DuckDBType }

export async function profiledColumns(connection: DuckDBConnection, from: string): Promise<readonly ProfiledColumn[]> {
  const prepared = await connection.prepare(`SELECT * FROM ${from}`)
  const columns = Array.from({ length: prepared.columnCount }, (_, index) => ({
    index,
    name: prepared.columnName(index),
    type: prepared.columnType(index),
  }))
  prepared.destroySync()
  return columns
}
