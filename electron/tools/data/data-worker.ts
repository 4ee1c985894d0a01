import { constants, setPriority } from 'node:os'
import { DuckDBTimestampTZValue } from '@duckdb/node-api'
import { serveWorker } from '../../workers/serve-worker.ts'
import { describeOnce } from './describe-once.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { drawChart } from './draw-chart.ts'
import { exportCsv } from './export-csv.ts'
import { isRepeatable } from './is-repeatable.ts'
import { prepareInstance } from './open-database.ts'
import { parseQuery } from './parse-query.ts'
import { renderSvg } from './render-svg.ts'
import { runQuery } from './run-query.ts'
import { tableRows } from './table-rows.ts'

// It takes every core there is: the main process and the page go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// Instants are shown in UTC, whatever zone this machine is in: the same file gives the same answer everywhere.
DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0

/** The program of the `data` worker. */
serveWorker<DataWorkerMethods>({
  filesNamed: ({ sql }) => parseQuery(sql),
  isRepeatable: ({ sql }) => isRepeatable(sql),
  describe: describeOnce,
  query: runQuery,
  tableRows,
  exportCsv,
  drawChart,
  renderChart: ({ vegaSpec }) => renderSvg(vegaSpec),
})

prepareInstance()
