import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from './sql-text.ts'

export type Database = AsyncDisposable & { readonly connection: DuckDBConnection }

const GIB = 1024 ** 3
/** One thread is through so little before others have woken up, the more so where the machine is busy. */
const smallBytes = 1024 ** 2

/**
 * A database of its own in memory for one call, locked before any foreign word is run: it can open exactly `paths`
 * (reading and writing) and its own spill folder, load no extension, reach no network, and none of that can be changed.
 * Disposing removes what it spilled.
 */
export async function openDatabase({
  paths,
  bytes,
  scratchDir,
}: {
  readonly paths: readonly string[]
  /** How much there is to read; null when that is not known. */
  readonly bytes: number | null
  readonly scratchDir: string
}): Promise<Database> {
  const spillDir = await mkdtemp(join(scratchDir, 'spill-'))
  try {
    const instance = await takeInstance()
    const connection = await instance.connect()
    await connection.run(
      `SET threads = ${bytes !== null && bytes < smallBytes ? 1 : mostThreads()};
       SET temp_directory = ${literal(spillDir)};
       SET TimeZone = 'UTC';
       SET enable_progress_bar = true; SET enable_progress_bar_print = false;
       SET allowed_paths = [${paths.map(literal).join(', ')}];
       SET enable_external_access = false;
       SET lock_configuration = true`,
    )
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

/** Makes one ahead, since that takes longer than most queries. Its failure is for the call that needs it. */
export function prepareInstance(): void {
  prepared ??= createInstance()
  prepared.catch(() => {})
}

/** Never used by two calls, nor twice. */
let prepared: Promise<DuckDBInstance> | undefined

function takeInstance(): Promise<DuckDBInstance> {
  const taken = prepared?.catch(createInstance) ?? createInstance()
  prepared = undefined
  prepareInstance()
  return taken
}

function mostThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism()))
}

function createInstance(): Promise<DuckDBInstance> {
  return DuckDBInstance.create(':memory:', {
    // Extensions would be downloaded and run as native code.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    memory_limit: `${Math.floor(Math.min(2 * GIB, totalmem() / 4) / 1024 ** 2)}MiB`,
    threads: '1',
    max_temp_directory_size: '20GiB',
  })
}
