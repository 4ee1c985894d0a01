import { AppError } from '../../../shared/errors.ts'
import { csvReadings } from './csv-readings.ts'
import { csvSeparator } from './csv-separator.ts'
import { convertOnce } from './convert-once.ts'
import type { DataFile } from './data-engine.ts'
import { dataFormat } from './data-format.ts'
import { openForReading } from './open-for-reading.ts'
import type { OpenedFile } from './open-for-reading.ts'
import { readDatabaseTables } from './read-database-tables.ts'
import { readWorkbookTables } from './read-workbook-tables.ts'
import { literal } from './sql-text.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { toUtf8 } from './to-utf8.ts'
import { unmergedVersion } from './unmerged-version.ts'

/** One table of a file: the path DuckDB may open for it, and the ways to read it, best first. */
export type SourceTable = {
  /** Sheet or table; null for a file that is one table. */
  readonly part: string | null
  readonly shown: string
  readonly path: string
  readonly readings: readonly Reading[]
}

/** A way to read a table, and what a person should know when it was needed. */
export type Reading = { readonly select: string; readonly note: string | null }

export type Source = AsyncDisposable & {
  readonly file: DataFile
  readonly bytes: number
  readonly tables: readonly SourceTable[]
}

export type SourceOptions = { readonly scratchDir: string; readonly signal: AbortSignal }

/**
 * Opens a data file. Workbooks, databases and text that is not UTF-8 are converted into temporary files first, once
 * per version of the file. Throws `FILE_MALFORMED`, `FILE_ENCRYPTED`, `FILE_UNREADABLE`, `FILE_NOT_FOUND`.
 */
export async function openSource(file: DataFile, options: SourceOptions): Promise<Source> {
  const shown = file.name
  const kind = dataFormat(file.absolute)
  if (kind === null)
    throw new AppError('FILE_MALFORMED', `${shown} is not a kind of table file this app reads.`, {
      hint: 'It reads CSV, TSV, JSON, Parquet, XLSX and SQLite files. An old .xls can be saved as .xlsx.',
    })
  const opened = await openForReading(file.absolute, shown)
  try {
    await refuseUnreadable(opened, kind, shown)
    const tables = await tablesOf(opened, { file, shown, ...kind, ...options })
    return { file, bytes: opened.bytes, tables, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() }
  } catch (error) {
    await opened[Symbol.asyncDispose]()
    throw unreadable(error, shown)
  }
}

/** What a library says about a file while it is converted. */
function unreadable(error: unknown, shown: string): AppError {
  if (error instanceof AppError) return error
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return new AppError('DISK_FULL', `The disk is full, so ${shown} could not be prepared.`, {
      cause: error,
      hint: 'Free some space and try again.',
    })
  return new AppError(
    'FILE_MALFORMED',
    `${shown} could not be read: ${(error as Error).message.split('\n')[0] ?? ''}.`,
    {
      cause: error,
      hint: 'It may be damaged or encrypted. Check that it opens in the program it was made with.',
    },
  )
}

type Opening = SourceOptions & { readonly file: DataFile; readonly shown: string } & NonNullable<
    ReturnType<typeof dataFormat>
  >

async function tablesOf(opened: OpenedFile, opening: Opening): Promise<SourceTable[]> {
  const { shown, format, isGzip, scratchDir, signal } = opening
  const key = `${opening.file.absolute}\n${opened.version}`
  switch (format) {
    case 'csv': {
      const path = isGzip ? opened.path : await toUtf8(opened, { key, scratchDir, signal })
      const separator = isGzip ? null : await csvSeparator(path)
      return [{ part: null, shown, path, readings: csvReadings(path, { isGzip, separator }) }]
    }
    case 'json': {
      const path = isGzip ? opened.path : await toUtf8(opened, { key, scratchDir, signal })
      return [{ part: null, shown, path, readings: [jsonReading(path, { bytes: opened.bytes, isGzip })] }]
    }
    case 'parquet':
      return [{ part: null, shown, path: opened.path, readings: [parquetReading(opened.path)] }]
    case 'workbook':
    case 'sqlite': {
      const read = format === 'workbook' ? readWorkbookTables : readDatabaseTables
      const version = format === 'sqlite' ? `${key}\n${await unmergedVersion(opening.file.absolute)}` : key
      const converted = await convertOnce(version, { scratchDir, signal, tables: () => read(opened, opening) })
      return converted.map(({ name, path }) => ({ part: name, shown, path, readings: [parquetReading(path)] }))
    }
  }
}

const MIB = 1024 ** 2

/** One object may be as large as the file, up to what memory allows: DuckDB reserves several times the limit. */
function jsonReading(path: string, { bytes, isGzip }: { readonly bytes: number; readonly isGzip: boolean }): Reading {
  const limit = Math.min(64 * MIB, Math.max(16 * MIB, bytes))
  const options = `compression = '${isGzip ? 'gzip' : 'uncompressed'}', maximum_object_size = ${limit}`
  return { select: `SELECT * FROM read_json(${literal(path)}, ${options})`, note: null }
}

function parquetReading(path: string): Reading {
  return { select: `SELECT * FROM read_parquet(${literal(path)})`, note: null }
}
