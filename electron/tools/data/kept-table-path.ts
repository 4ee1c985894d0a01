import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { TableId } from '../../../shared/ids.ts'

/** Where a result is kept. Refuses an id this app did not make: it becomes part of a path. */
export function keptTablePath(tableId: TableId, resultsDir: string): string {
  if (!/^[a-z0-9-]{1,100}$/.test(tableId)) throw new AppError('NOT_FOUND', 'There is no such table.')
  return join(resultsDir, `${tableId}.parquet`)
}
