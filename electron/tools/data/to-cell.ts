import { DuckDBTypeId, JsonDuckDBValueConverter } from '@duckdb/node-api'
import type { DuckDBDecimalValue, DuckDBType, DuckDBValue, DuckDBValueConverter, Json } from '@duckdb/node-api'
import type { Cell } from '../../../shared/tool-results.ts'

/** Longer text is cut for showing; the kept result and its export are whole. */
const maxCharacters = 10_000
/** Any decimal of this many digits survives the way through a double and back. */
const safeDigits = 15

/**
 * A value of DuckDB as a cell. A number stays one only when a double holds it exactly as written; dates and times are
 * ISO 8601 (instants in UTC), nested values are JSON.
 */
export function toCell(value: DuckDBValue, type: DuckDBType): Cell {
  if (value === null || value === undefined) return null
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return value as boolean
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
      return value as number
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return fromBigInt(value as bigint)
    case DuckDBTypeId.DOUBLE:
      return fromDouble(value as number)
    case DuckDBTypeId.FLOAT:
      return fromDouble(shortestFloat(value as number))
    case DuckDBTypeId.DECIMAL:
      return fromDecimal(value as DuckDBDecimalValue)
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
      return String(value).replace(' ', 'T')
    case DuckDBTypeId.TIMESTAMP_TZ:
      return String(value)
        .replace(' ', 'T')
        .replace(/\+00(:00)?$/, 'Z')
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.UNION:
    case DuckDBTypeId.VARIANT:
      return cut(JSON.stringify(toJson(value, type, toJson)))
    default:
      return cut(String(value))
  }
}

/** Whole numbers inside lists and objects stay numbers while a double holds them. */
const toJson: DuckDBValueConverter<Json> = (value, type, converter) =>
  typeof value === 'bigint' && Number.isSafeInteger(Number(value))
    ? Number(value)
    : JsonDuckDBValueConverter(value, type, converter)

function fromBigInt(value: bigint): Cell {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

/** JSON has no NaN and no infinity. */
function fromDouble(value: number): Cell {
  return Number.isFinite(value) ? value : String(value)
}

/** 0.1 as a 32-bit float is 0.10000000149… as a double; the shortest text that means the same float is what was meant. */
function shortestFloat(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return value
}

function fromDecimal(value: DuckDBDecimalValue): Cell {
  const digits = String(value.value < 0n ? -value.value : value.value).length
  return digits <= safeDigits ? Number(value.toString()) : value.toString()
}

function cut(text: string): string {
  if (text.length <= maxCharacters) return text
  return `${text.slice(0, maxCharacters)}… (${text.length - maxCharacters} more characters)`
}
