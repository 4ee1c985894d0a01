import { stat } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { csvTable } from './csv-table.ts'
import { convertOnce } from './convert-once.ts'
import type { DataFile } from './data-engine.ts'
import { dataFormat } from './data-format.ts'
import { jsonBeginning } from './json-beginning.ts'
import { jsonTables } from './json-tables.ts'
import { openForReading } from './open-for-reading.ts'
import type { OpenedFile } from './open-for-reading.ts'
import { readArrayTables } from './read-array-tables.ts'
import { readDatabaseTables } from './read-database-tables.ts'
import { readDocumentTables } from './read-document-tables.ts'
import { readWorkbookTables } from './read-workbook-tables.ts'
import { literal } from './sql-text.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { toUtf8 } from './to-utf8.ts'
import { unmergedVersion } from './unmerged-version.ts'

/** One table of a file: the path DuckDB may open for it, and the ways to read it, best first. */
export type SourceTable = {
  /** Sheet, table or array; null for a file that is one table. */
  readonly part: string | null
  readonly shown: string
  readonly path: string
  /** Changes with the table's content: what was learnt about its columns holds as long as this. */
  readonly version: string
  readonly readings: readonly Reading[]
}

/** A way to read a table, and what a person should know about it. */
export type Reading = {
  /** The table in SQL. The reader gives the columns in `types` those types by itself. */
  readonly select: (types: ReadonlyMap<string, string>) => string
  /** All columns are text, because the format knows nothing else. */
  readonly isUntyped: boolean
  readonly hasSemicolons: boolean
  /** Null when nobody has looked at its rows yet. */
  readonly seen: SeenRows | null
  readonly notes: readonly string[]
}

/** Rows of a table from its first one on, as text; `isWhole` when they are all. */
export type SeenRows = { readonly rows: readonly (readonly string[])[]; readonly isWhole: boolean }

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
      hint: 'It reads CSV, TSV, JSON, Parquet, XLSX and SQLite files, and tables in PDF, DOCX, PPTX, HTML and Markdown. An old .xls can be saved as .xlsx.',
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
      const path = await toUtf8(opened, { key, shown, isGzip, isWithoutMark: false, scratchDir, signal })
      const table = await csvTable(path, { key, scratchDir, signal })
      return table === null ? [] : [{ part: null, shown, version: key, ...table }]
    }
    case 'json': {
      const path = await toUtf8(opened, { key, shown, isGzip, isWithoutMark: true, scratchDir, signal })
      return jsonSources(path, { key, shown, scratchDir, signal })
    }
    case 'parquet':
      return [{ part: null, shown, path: opened.path, version: key, readings: [parquetReading(opened.path, [])] }]
    case 'workbook':
      return convertedSources({ shown, version: key, scratchDir, signal }, () => readWorkbookTables(opened, opening))
    case 'sqlite': {
      const version = `${key}\n${await unmergedVersion(opening.file.absolute)}`
      return convertedSources({ shown, version, scratchDir, signal }, () => readDatabaseTables(opened, opening))
    }
    case 'document': {
      const given = opening.file.tables ?? []
      const version = `${key}\n${JSON.stringify(given)}`
      return convertedSources({ shown, version, scratchDir, signal }, () => Promise.resolve(readDocumentTables(given)))
    }
  }
}

/** Tables that DuckDB cannot read itself, converted once per version. */
async function convertedSources(
  { shown, version, ...options }: SourceOptions & { readonly shown: string; readonly version: string },
  tables: Parameters<typeof convertOnce>[1]['tables'],
): Promise<SourceTable[]> {
  const converted = await convertOnce(version, { ...options, tables })
  return converted.map(({ name, path, notes }) => ({
    part: name,
    shown,
    path,
    version: `${version}\n${name}`,
    readings: [parquetReading(path, notes)],
  }))
}

async function jsonSources(
  path: string,
  options: SourceOptions & { readonly key: string; readonly shown: string },
): Promise<SourceTable[]> {
  const { key, shown } = options
  const { size: bytes } = await stat(path)
  const beginning = await jsonBeginning(path)
  if (beginning === 'array of arrays') {
    const converted = await convertOnce(key, { ...options, tables: () => readArrayTables(path, { shown, bytes }) })
    return converted.map((table) => ({
      part: null,
      shown,
      path: table.path,
      version: key,
      readings: [parquetReading(table.path, table.notes)],
    }))
  }
  const tables = await jsonTables(path, { ...options, bytes, isOneObject: beginning === 'object' })
  return tables.map(({ part, select, notes }) => ({
    part,
    shown,
    path,
    version: `${key}\n${part ?? ''}`,
    readings: [plainReading(select(path), notes)],
  }))
}

function parquetReading(path: string, notes: readonly string[]): Reading {
  return plainReading(`SELECT * FROM read_parquet(${literal(path)})`, notes)
}

function plainReading(select: string, notes: readonly string[]): Reading {
  return { select: () => select, isUntyped: false, hasSemicolons: false, seen: null, notes }
}
