import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { writeTypedTable } from './write-typed-table.ts'
import type { TypedTable } from './write-typed-table.ts'

export type ConvertedTable = { readonly name: string; readonly path: string; readonly notes: readonly string[] }

/** Copies of private files are not kept longer than this after their last use. */
const keptMs = 24 * 60 * 60 * 1000

/** Writes a file's tables as Parquet, once for each `key` (a path and its version), and says where they are. */
export async function convertOnce(
  key: string,
  options: {
    readonly scratchDir: string
    readonly signal: AbortSignal
    readonly tables: () => Promise<Iterable<TypedTable> & Partial<AsyncDisposable>>
  },
): Promise<readonly ConvertedTable[]> {
  const list = await keepOnce(key, { scratchDir: options.scratchDir, extension: 'json' }, async (path) => {
    const tables = await options.tables()
    const converted: ConvertedTable[] = []
    try {
      for (const table of tables) {
        if (options.signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
        const target = await keepOnce(
          `${key}\n${table.name}`,
          { scratchDir: options.scratchDir, extension: 'parquet' },
          (parquet) => writeTypedTable(table, { path: parquet, ...options }),
        )
        converted.push({ name: table.name, path: target, notes: table.notes })
      }
    } finally {
      await tables[Symbol.asyncDispose]?.()
    }
    await writeFile(path, JSON.stringify(converted), { mode: 0o600 })
  })
  return JSON.parse(await readFile(list, 'utf8')) as readonly ConvertedTable[]
}

/** The path of something made once for `key`. `make` writes to the path it is given; what it leaves unfinished is never used. */
export async function keepOnce(
  key: string,
  { scratchDir, extension }: { readonly scratchDir: string; readonly extension: string },
  make: (path: string) => Promise<void>,
): Promise<string> {
  const folder = join(scratchDir, 'converted')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${createHash('sha256').update(key).digest('hex')}.${extension}`)
  for (;;) {
    if (await touch(path)) return path
    // Two calls that need the same wait for one: nobody has a file replaced under him. Who is waited for may be cancelled.
    const others = inMaking.get(path)
    if (others === undefined) break
    await others
  }
  const work = makeFile(path, folder, make)
  inMaking.set(
    path,
    work.catch(() => {}).finally(() => inMaking.delete(path)),
  )
  await work
  return path
}

const inMaking = new Map<string, Promise<void>>()

async function makeFile(path: string, folder: string, make: (path: string) => Promise<void>): Promise<void> {
  await removeOld(folder)
  const unfinished = join(folder, `${randomUUID()}.part`)
  try {
    await make(unfinished)
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > keptMs) await rm(join(folder, name), { force: true })
  }
}
