import { DuckDBTypeId } from '@duckdb/node-api'
import { columnKind } from './column-kind.ts'
import type { ProfiledColumn } from './profiled-columns.ts'

/** A column's values as doubles on one axis; null for columns that have none. */
export type ColumnAxis = {
  /** SQL of the value: the figure itself, days or seconds since 1970. Null where it is no point of the axis. */
  readonly value: string
  /** SQL to keep to what can be added up; empty where all can. */
  readonly filter: string
}

/** Squares of larger ones do not fit a double, and a deviation of them is an error in DuckDB. */
const largestAdded = '1e150'

export function columnAxis({ index, type }: ProfiledColumn): ColumnAxis | null {
  const column = `c${index}`
  switch (columnKind(type)) {
    case 'figures': {
      const value = `CAST(${column} AS DOUBLE)`
      const isFloating = type.typeId === DuckDBTypeId.DOUBLE || type.typeId === DuckDBTypeId.FLOAT
      // NaN is larger than everything in DuckDB.
      return { value, filter: isFloating ? ` FILTER (WHERE abs(${value}) < ${largestAdded})` : '' }
    }
    case 'days':
      return { value: `(epoch(CASE WHEN isfinite(${column}) THEN ${column} END) / 86400)`, filter: '' }
    case 'times': {
      const time = type.typeId === DuckDBTypeId.TIMESTAMP_TZ ? column : `TRY_CAST(${column} AS TIMESTAMP)`
      return { value: `epoch(CASE WHEN isfinite(${time}) THEN ${time} END)`, filter: '' }
    }
    case 'values':
    case 'other':
      return null
  }
}
