import type { DataWorkerMethods } from './data-worker-methods.ts'
import { keptColumns } from './kept-table.ts'
import { openDatabase } from './open-database.ts'
import { identifier, literal } from './sql-text.ts'
import { existingTablePath } from './table-rows.ts'
import { translateError } from './translate-error.ts'

/** Writes a kept result as CSV: RFC 4180, UTF-8, a header. Columns of one name get a number (`total`, `total_1`). */
export async function exportCsv(
  { tableId, path, folders }: DataWorkerMethods['exportCsv']['input'],
  { signal }: { readonly signal: AbortSignal },
): Promise<null> {
  const kept = await existingTablePath(tableId, folders.resultsDir)
  await using database = await openDatabase({ paths: [kept, path], bytes: null, scratchDir: folders.scratchDir })
  const columns = await keptColumns(database.connection, kept)
  const names = columns.map(({ name }, index) => `c${index} AS ${identifier(name)}`).join(', ')
  try {
    await database.connection.run(
      `COPY (SELECT ${names} FROM read_parquet(${literal(kept)})) TO ${literal(path)} (FORMAT csv, HEADER, USE_TMP_FILE false, NEW_LINE '\\r\\n')`,
    )
  } catch (error) {
    throw translateError(error, { tables: [], signal })
  }
  return null
}
