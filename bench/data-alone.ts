import { DuckDBInstance } from '@duckdb/node-api'
import { availableParallelism, totalmem } from 'node:os'

const gibibyte = 1024 ** 3

/** What the app gives DuckDB (`electron/tools/data/open-database.ts`). */
export const limits = {
  threads: Math.max(1, Math.min(4, availableParallelism())),
  memoryBytes: Math.min(2 * gibibyte, totalmem() / 4),
}

/** How long DuckDB by itself, in this process, takes for a query, from opening a database to its rows. */
export async function timeDuckDb(sql: string): Promise<number> {
  const startedAt = performance.now()
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(limits.threads),
    memory_limit: `${Math.floor(limits.memoryBytes / 1024 ** 2)}MiB`,
  })
  const connection = await instance.connect()
  ;(await connection.runAndReadAll(sql)).getRows()
  const durationMs = performance.now() - startedAt
  connection.closeSync()
  instance.closeSync()
  return durationMs
}
