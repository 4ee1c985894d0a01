import { DuckDBTimestampTZValue } from '@duckdb/node-api'
import { serveWorker } from '../../workers/serve-worker.ts'
import { describeFile } from './describe-file.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { drawChart } from './draw-chart.ts'
import { exportCsv } from './export-csv.ts'
import { isRepeatable } from './is-repeatable.ts'
import { parseQuery } from './parse-query.ts'
import { runQuery } from './run-query.ts'
import { tableRows } from './table-rows.ts'

// Instants are shown in UTC, whatever zone this machine is in: the same file gives the same answer everywhere.
DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0

/** The program of the `data` worker. */
serveWorker<DataWorkerMethods>({
  filesNamed: ({ sql }) => parseQuery(sql),
  isRepeatable: ({ sql }) => isRepeatable(sql),
  describe: describeFile,
  query: runQuery,
  tableRows,
  exportCsv,
  drawChart,
})
