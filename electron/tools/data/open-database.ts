import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from './sql-text.ts'

export type Database = AsyncDisposable & { readonly connection: DuckDBConnection }

const GIB = 1024 ** 3

/**
 * A database of its own in memory for one call, locked before any foreign word is run: it can open exactly `paths`
 * (reading and writing) and its own spill folder, load no extension, reach no network, and none of that can be changed.
 * Disposing removes what it spilled.
 */
export async function openDatabase({
  paths,
  scratchDir,
}: {
  readonly paths: readonly string[]
  readonly scratchDir: string
}): Promise<Database> {
  const spillDir = await mkdtemp(join(scratchDir, 'spill-'))
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      // Extensions would be downloaded and run as native code.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      memory_limit: `${Math.floor(Math.min(2 * GIB, totalmem() / 4) / 1024 ** 2)}MiB`,
      threads: String(Math.max(1, Math.min(4, availableParallelism()))),
      temp_directory: spillDir,
      max_temp_directory_size: '20GiB',
    })
    const connection = await instance.connect()
    await connection.run("SET TimeZone = 'UTC'")
    await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false')
    await connection.run(`SET allowed_paths = [${paths.map(literal).join(', ')}]`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
    return {
      connection,
      async [Symbol.asyncDispose]() {
        connection.closeSync()
        instance.closeSync()
        await rm(spillDir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(spillDir, { recursive: true, force: true })
    throw error
  }
}
