import type { ChartKind } from '../../../shared/chart-kinds.ts'
import type { TableId } from '../../../shared/ids.ts'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { Cell, QueryResult, TableColumn, TableProfile } from '../../../shared/tool-results.ts'

/** A data file a query may read: how SQL names it, and where it really is (already resolved and checked). */
export type DataFile = {
  readonly name: string
  readonly absolute: string
  /** Of a document: its tables, which its own process has read. The engine opens data files only. */
  readonly tables?: readonly GivenTable[]
}

/** A table as text, with what a person should know about how it was read. */
export type GivenTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/**
 * SQL over files, in a process of its own. Throws `QUERY_INVALID` with DuckDB's words, `QUERY_NOT_READ_ONLY`,
 * `FILE_MALFORMED`, `FILE_ENCRYPTED`, `CANCELLED`, `WORKER_DIED`.
 */
export type DataEngine = {
  /**
   * Types, missing, distinct, ranges and examples of every table in a file. What is known of a file that has not changed
   * since is told again, unless `isRefresh` asks for a new look.
   */
  describe(file: DataFile, options: DataCallOptions & { readonly isRefresh?: boolean }): Promise<TableProfile>
  /**
   * The files a statement reads, as it names them (`sales.csv`, `book.xlsx#Sheet1`), in order of appearance. Checks
   * the statement on the way: `QUERY_INVALID` when it does not parse, `QUERY_NOT_READ_ONLY` when it is not one query.
   */
  filesNamed(sql: string, options: { readonly signal: AbortSignal }): Promise<readonly string[]>
  /**
   * Whether a statement gives the same rows whenever it runs over the same files. Throws as `filesNamed` does.
   */
  isRepeatable(sql: string, options: { readonly signal: AbortSignal }): Promise<boolean>
  /**
   * Runs one read-only statement. `files` are all that it may name: as `'sales.csv'`, `"sales.csv"`, or
   * `'book.xlsx#Sheet1'`. The full result is kept under its `tableId`; `maxRows` of it come back.
   */
  query(
    sql: string,
    options: DataCallOptions & { readonly files: readonly DataFile[]; readonly maxRows: number },
  ): Promise<QueryResult>
  /** A page of a kept result. `NOT_FOUND` when it is gone. */
  tableRows(
    tableId: TableId,
    page: {
      readonly offset: number
      readonly limit: number
      readonly sort?: { readonly column: string; readonly direction: 'ascending' | 'descending' } | undefined
    },
  ): Promise<{
    readonly columns: readonly TableColumn[]
    readonly rows: readonly (readonly Cell[])[]
    readonly rowCount: number
  }>
  /** Whether a full result is still kept. */
  hasTable(tableId: TableId): Promise<boolean>
  /** Writes a kept result as CSV (RFC 4180, UTF-8) to `path`. */
  exportCsv(tableId: TableId, path: string): Promise<void>
  /** Makes a chart of rows: a complete Vega specification with its data inside and, when asked for, a picture of it. */
  drawChart(
    chart: ChartDrawing,
    options: { readonly format: 'svg' | 'png' | null; readonly signal: AbortSignal },
  ): Promise<DrawnChart>
  /** Draws a chart that was made before, as it was made. Throws when it cannot be drawn. */
  renderChart(vegaSpec: JsonValue, options: { readonly signal: AbortSignal }): Promise<string>
  /** Starts the process ahead of the first call, so that the first question does not wait for it. Never fails. */
  warmUp(): void
  close(): void
}

export type DataCallOptions = { readonly signal: AbortSignal; readonly onProgress: (progress: ToolProgress) => void }

/**
 * What to draw: rows of a result, and which of its columns go where. Column names are exact. The rows of a histogram
 * and of box plots are bins and boxes, as `summarizePoints` makes them.
 */
export type ChartDrawing = {
  readonly title: string
  readonly kind: ChartKind
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly x: string
  /** Counted instead when absent. */
  readonly y?: string | undefined
  readonly series?: string | undefined
}

export type DrawnChart = { readonly vegaSpec: JsonValue; readonly image: Uint8Array | null }
