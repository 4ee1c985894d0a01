import type { DuckDBConnection } from '@duckdb/node-api'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { Cell, TableColumn, TableProfile } from '../../../shared/tool-results.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { interruptible } from './interruptible.ts'
import { openDatabase } from './open-database.ts'
import { openSource } from './open-source.ts'
import { readRows } from './read-rows.ts'
import { identifier } from './sql-text.ts'
import { translateError } from './translate-error.ts'
import { withViews } from './with-views.ts'

type Profile = TableProfile['tables'][number]

/** Above this, counting distinct values exactly takes too long. */
const exactBytes = 200 * 1024 ** 2
const sampledRows = 1000
const maxExamples = 3
const maxCharacters = 80

/** Profiles every table of a file: rows, and for each column its type, missing and distinct values, range and examples. */
export async function describeFile(
  { file, folders }: DataWorkerMethods['describe']['input'],
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (value: ToolProgress) => void },
): Promise<TableProfile> {
  const message = `Reading ${file.name}`
  progress({ message })
  await using source = await openSource(file, { scratchDir: folders.scratchDir, signal })
  const tables = source.tables.map((table) => ({
    name: table.part === null ? file.name : `${file.name}#${table.part}`,
    table,
  }))
  const isExact = source.bytes <= exactBytes
  const profiles: Profile[] = []
  const notes = new Set<string>()
  try {
    await using database = await openDatabase({
      paths: tables.map(({ table }) => table.path),
      scratchDir: folders.scratchDir,
    })
    const { connection } = database
    await interruptible(connection, { signal, progress, message }, async () => {
      for (const named of tables) {
        await withViews(connection, [named], async (readingNotes) => {
          profiles.push(await profileTable(connection, { name: named.name, isExact }))
          for (const note of readingNotes) notes.add(note)
        })
      }
    })
  } catch (error) {
    throw translateError(error, { tables, signal })
  }
  if (!isExact) notes.add('Distinct values are estimated, because the file is large.')
  if (tables.length === 0) notes.add('It holds no table.')
  return { file: file.name, tables: profiles, notes: [...notes] }
}

async function profileTable(
  connection: DuckDBConnection,
  { name, isExact }: { readonly name: string; readonly isExact: boolean },
): Promise<Profile> {
  const columns = await columnsOf(connection, name)
  const count = isExact ? 'count(DISTINCT' : 'approx_count_distinct('
  const statistics = columns.flatMap((column) => {
    const value = identifier(column.name)
    return [`count(${value})`, `${count} ${value})`, `min(${value})`, `max(${value})`]
  })
  const [totals = []] = await readRows(
    connection,
    `SELECT ${['count(*)', ...statistics].join(', ')} FROM ${identifier(name)}`,
  )
  const sample = await readRows(connection, `SELECT * FROM ${identifier(name)} LIMIT ${sampledRows}`)
  const rows = Number(totals[0] ?? 0)
  return {
    name,
    rows,
    columns: columns.map((column, index) => {
      const [present, distinct, min, max] = totals.slice(1 + index * 4)
      return {
        ...column,
        missing: rows - Number(present ?? 0),
        distinct: Number(distinct ?? 0),
        min: brief(min ?? null),
        max: brief(max ?? null),
        examples: examplesOf(sample.map((row) => row[index] ?? null)),
      }
    }),
  }
}

async function columnsOf(connection: DuckDBConnection, name: string): Promise<TableColumn[]> {
  const prepared = await connection.prepare(`SELECT * FROM ${identifier(name)}`)
  return Array.from({ length: prepared.columnCount }, (_, index) => ({
    name: prepared.columnName(index),
    type: prepared.columnType(index).toString(),
  }))
}

function examplesOf(cells: readonly Cell[]): Cell[] {
  return [...new Set(cells.filter((cell) => cell !== null && cell !== '').map(brief))].slice(0, maxExamples)
}

function brief(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > maxCharacters ? `${cell.slice(0, maxCharacters)}…` : cell
}
