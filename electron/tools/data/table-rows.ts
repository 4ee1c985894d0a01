import { stat } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import type { TableId } from '../../../shared/ids.ts'
import type { TableColumn } from '../../../shared/tool-results.ts'
import type { DataWorkerMethods, TablePage, TableRows } from './data-worker-methods.ts'
import { keptColumns } from './kept-table.ts'
import { keptTablePath } from './kept-table-path.ts'
import { openDatabase } from './open-database.ts'
import { readRows } from './read-rows.ts'
import { literal } from './sql-text.ts'

/** A page of a kept result, in its own order or sorted by a column. Missing values come last either way. */
export async function tableRows({
  tableId,
  page,
  folders,
}: DataWorkerMethods['tableRows']['input']): Promise<TableRows> {
  const path = await existingTablePath(tableId, folders.resultsDir)
  await using database = await openDatabase({ paths: [path], bytes: null, scratchDir: folders.scratchDir })
  const { connection } = database
  const columns = await keptColumns(connection, path)
  const source = `read_parquet(${literal(path)}, file_row_number = true)`
  const [count] = await readRows(connection, `SELECT count(*) FROM ${source}`)
  const rows = await readRows(
    connection,
    `SELECT * EXCLUDE (file_row_number) FROM ${source} ${orderBy(columns, page.sort)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  )
  return { columns, rows, rowCount: Number(count?.[0] ?? 0) }
}

export async function existingTablePath(tableId: TableId, resultsDir: string): Promise<string> {
  const path = keptTablePath(tableId, resultsDir)
  await stat(path).catch((error: unknown) => {
    throw new AppError('NOT_FOUND', 'The full result of this query is no longer kept.', {
      cause: error,
      hint: 'Run the query again.',
    })
  })
  return path
}

function orderBy(columns: readonly TableColumn[], sort: TablePage['sort']): string {
  if (sort === undefined) return ''
  const index = columns.findIndex((column) => column.name === sort.column)
  if (index < 0) throw new AppError('INVALID_REQUEST', `The table has no column “${sort.column}”.`)
  return `ORDER BY c${index} ${sort.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST, file_row_number`
}
