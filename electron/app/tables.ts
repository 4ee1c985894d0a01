import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { TableId } from '../../shared/ids.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import type { Host } from '../host.ts'
import type { DataEngine } from '../tools/data/data-engine.ts'

/** Full query results for the page: paged, sorted and handed over as CSV. */
export type Tables = {
  rows(id: TableId, page: Parameters<DataEngine['tableRows']>[1]): Promise<RequestOutput<'table.rows'>>
  export(id: TableId): Promise<RequestOutput<'table.export'>>
}

export function createTables({
  data,
  host,
  scratchDir,
}: {
  readonly data: DataEngine
  readonly host: Pick<Host, 'offerFile'>
  readonly scratchDir: string
}): Tables {
  return {
    async rows(id, page) {
      const { columns, rows, rowCount } = await data.tableRows(id, page)
      return { columns: [...columns], rows: rows.map((row) => [...row]), rowCount }
    },
    async export(id) {
      await mkdir(scratchDir, { recursive: true })
      const file = path.join(scratchDir, `${id}.csv`)
      await data.exportCsv(id, file)
      return host.offerFile(file, `result-${new Date().toISOString().slice(0, 10)}.csv`)
    },
  }
}
