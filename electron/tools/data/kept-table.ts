import { DuckDBTypeId } from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api'
import type { TableColumn } from '../../../shared/tool-results.ts'
import { literal } from './sql-text.ts'

/*
 * A kept result is a Parquet file whose columns are called c0, c1, …, because a result may name two columns alike and
 * Parquet may not. Names and types as the query gave them are in its metadata.
 */

/** A column of a query as it is kept: what Parquet lacks becomes the nearest it has without loss, text at last. */
export function keptColumn(type: DuckDBType, index: number): string {
  switch (type.typeId) {
    case DuckDBTypeId.HUGEINT:
      return `CAST(c${index} AS DECIMAL(38, 0)) AS c${index}`
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.BIGNUM:
    case DuckDBTypeId.BIT:
    case DuckDBTypeId.INTERVAL:
    case DuckDBTypeId.TIME_TZ:
    case DuckDBTypeId.TIME_NS:
    case DuckDBTypeId.UNION:
    case DuckDBTypeId.VARIANT:
    case DuckDBTypeId.GEOMETRY:
    case DuckDBTypeId.SQLNULL:
      return `CAST(c${index} AS VARCHAR) AS c${index}`
    default:
      return `c${index}`
  }
}

export function keptMetadata(columns: readonly TableColumn[]): string {
  return `KV_METADATA {columns: ${literal(JSON.stringify(columns))}}`
}

export async function keptColumns(connection: DuckDBConnection, path: string): Promise<TableColumn[]> {
  const reader = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${literal(path)}) WHERE decode(key) = 'columns'`,
  )
  return JSON.parse(String(reader.getRows()[0]?.[0])) as TableColumn[]
}

/** `c0, c1, …` for the columns of a result. */
export function columnAliases(count: number): string {
  return Array.from({ length: count }, (_, index) => `c${index}`).join(', ')
}
