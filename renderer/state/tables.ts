import type { RequestArguments, RequestOutput } from '../../shared/ipc/contract.ts'
import type { TableId } from '../../shared/ids.ts'
import { client } from '../bridge/client.ts'

/** A page of a query's full result, sorted by the host. */
export function loadTableRows(page: RequestArguments<'table.rows'>): Promise<RequestOutput<'table.rows'>> {
  return client().request('table.rows', page)
}

/** Saves a result as CSV: by the system's dialog, or as a download at the returned address. */
export function exportTable(tableId: TableId): Promise<RequestOutput<'table.export'>> {
  return client().request('table.export', { tableId })
}
