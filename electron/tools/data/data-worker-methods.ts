import type { TableId } from '../../../shared/ids.ts'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { Cell, QueryResult, TableColumn, TableProfile } from '../../../shared/tool-results.ts'
import type { ChartDrawing, DataFile, DrawnChart } from './data-engine.ts'

/** Where the worker keeps things: results for the page, and everything temporary. Both exist, both are ours alone. */
export type DataFolders = { readonly resultsDir: string; readonly scratchDir: string }

export type TablePage = {
  readonly offset: number
  readonly limit: number
  readonly sort?: { readonly column: string; readonly direction: 'ascending' | 'descending' } | undefined
}

export type TableRows = {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly rowCount: number
}

/** What the data worker answers. */
export type DataWorkerMethods = {
  readonly filesNamed: { readonly input: { readonly sql: string }; readonly output: string[]; readonly progress: never }
  readonly isRepeatable: {
    readonly input: { readonly sql: string }
    readonly output: boolean
    readonly progress: never
  }
  readonly describe: {
    readonly input: { readonly file: DataFile; readonly isRefresh: boolean; readonly folders: DataFolders }
    readonly output: TableProfile
    readonly progress: ToolProgress
  }
  readonly query: {
    readonly input: {
      readonly sql: string
      readonly files: readonly DataFile[]
      readonly tableId: TableId
      readonly maxRows: number
      readonly folders: DataFolders
    }
    readonly output: QueryResult
    readonly progress: ToolProgress
  }
  readonly tableRows: {
    readonly input: { readonly tableId: TableId; readonly page: TablePage; readonly folders: DataFolders }
    readonly output: TableRows
    readonly progress: never
  }
  readonly exportCsv: {
    readonly input: { readonly tableId: TableId; readonly path: string; readonly folders: DataFolders }
    readonly output: null
    readonly progress: never
  }
  readonly drawChart: {
    readonly input: {
      readonly chart: ChartDrawing
      readonly format: 'svg' | 'png' | null
      readonly fontFile: string
    }
    readonly output: DrawnChart
    readonly progress: never
  }
  /** A chart made before, as SVG. */
  readonly renderChart: {
    readonly input: { readonly vegaSpec: JsonValue }
    readonly output: string
    readonly progress: never
  }
}
