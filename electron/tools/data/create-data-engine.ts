import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { tableId } from '../../../shared/ids.ts'
import type { TableId } from '../../../shared/ids.ts'
import { callWorker } from '../../workers/call-worker.ts'
import type { WorkerHandle } from '../../workers/worker.ts'
import type { DataEngine } from './data-engine.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { keptTablePath } from './kept-table-path.ts'

/**
 * SQL over files in a worker that may die without harm: a crash or a kill costs the calls under way, the next one
 * starts a new worker. `resultsDir` keeps full results, `scratchDir` everything temporary; both are made here, readable
 * by nobody else. `fontFile` is the TrueType font that text in saved charts is drawn with.
 */
export function createDataEngine(options: {
  /** Must start the `data` worker as a process: only a process can be stopped in the middle of native code. */
  readonly spawn: () => WorkerHandle
  readonly resultsDir: string
  readonly scratchDir: string
  readonly fontFile: string
}): DataEngine {
  const folders = { resultsDir: options.resultsDir, scratchDir: options.scratchDir }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const worker = callWorker<DataWorkerMethods>(options.spawn)

  return {
    filesNamed: (sql, { signal }) => worker.call('filesNamed', { sql }, { signal }),
    isRepeatable: (sql, { signal }) => worker.call('isRepeatable', { sql }, { signal }),
    describe: (file, { signal, onProgress, isRefresh = false }) =>
      worker.call('describe', { file, isRefresh, folders }, { signal, onProgress }),
    query: (sql, { files, maxRows, signal, onProgress }) =>
      worker.call('query', { sql, files, maxRows, tableId: newTableId(), folders }, { signal, onProgress }),
    tableRows: (id, page) => worker.call('tableRows', { tableId: id, page, folders }),
    hasTable: (id) =>
      access(keptTablePath(id, options.resultsDir)).then(
        () => true,
        () => false,
      ),
    async exportCsv(id, path) {
      await worker.call('exportCsv', { tableId: id, path, folders })
    },
    drawChart: (chart, { format, signal }) =>
      worker.call('drawChart', { chart, format, fontFile: options.fontFile }, { signal }),
    renderChart: (vegaSpec, { signal }) => worker.call('renderChart', { vegaSpec }, { signal }),
    warmUp() {
      // The first real call tells what is wrong, if anything is.
      worker.call('filesNamed', { sql: 'SELECT 1' }).catch(() => {})
    },
    close: () => worker.close(),
  }
}

/** Time first, so that files sort by age. */
function newTableId(): TableId {
  return tableId.parse(`${Date.now().toString(36).padStart(9, '0')}-${randomBytes(12).toString('hex')}`)
}
