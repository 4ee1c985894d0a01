import { rename, rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { QueryResult } from '../../../shared/tool-results.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { interruptible } from './interruptible.ts'
import { columnAliases, keptColumn, keptMetadata } from './kept-table.ts'
import { keptTablePath } from './kept-table-path.ts'
import { openDatabase } from './open-database.ts'
import { openSources } from './open-sources.ts'
import { parseQuery } from './parse-query.ts'
import { readRows } from './read-rows.ts'
import { literal } from './sql-text.ts'
import { translateError } from './translate-error.ts'
import { withViews } from './with-views.ts'

/** Runs one SELECT over the files it names, keeps the whole result, and returns its first rows. */
export async function runQuery(
  { sql, files, tableId, maxRows, folders }: DataWorkerMethods['query']['input'],
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (value: ToolProgress) => void },
): Promise<QueryResult> {
  const names = await parseQuery(sql)
  const path = keptTablePath(tableId, folders.resultsDir)
  const unfinished = `${path}.part`
  const message = names.length === 0 ? 'Running the query' : `Reading ${names.join(', ')}`
  progress({ message })
  await using sources = await openSources(names, { files, scratchDir: folders.scratchDir, signal })
  const { tables } = sources
  try {
    await using database = await openDatabase({
      paths: [...new Set(tables.map(({ table }) => table.path)), unfinished],
      bytes: sources.bytes,
      scratchDir: folders.scratchDir,
    })
    const { connection } = database
    return await interruptible(connection, { signal, progress, message }, async () => {
      const { columns, rowCount } = await withViews(connection, tables, () =>
        keepResult(connection, { sql, path: unfinished }),
      )
      const rows = await readRows(connection, `SELECT * FROM read_parquet(${literal(unfinished)}) LIMIT ${maxRows}`)
      await rename(unfinished, path)
      return { sql, tableId, columns, rows, rowCount, truncated: rowCount > rows.length }
    })
  } catch (error) {
    throw translateError(error, { tables, signal })
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** `query()` takes the statement as a value, so no text of it can end ours early. */
async function keepResult(
  connection: DuckDBConnection,
  { sql, path }: { readonly sql: string; readonly path: string },
): Promise<Pick<QueryResult, 'columns' | 'rowCount'>> {
  const prepared = await connection.prepare(sql)
  const types = Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnType(index))
  const columns = types.map((type, index) => ({ name: prepared.columnName(index), type: type.toString() }))
  prepared.destroySync()
  const result = await connection.runAndReadAll(
    `COPY (SELECT ${types.map(keptColumn).join(', ')} FROM query(${literal(sql)}) AS result(${columnAliases(types.length)}))
     TO ${literal(path)} (FORMAT parquet, USE_TMP_FILE false, ${keptMetadata(columns)})`,
  )
  return { columns, rowCount: Number(result.getRows()[0]?.[0] ?? 0) }
}
