import type { DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../../../shared/errors.ts'
import type { Cell, TableProfile } from '../../../shared/tool-results.ts'
import { columnTotals, distinctTotal, toTotals, type ColumnTotals } from './column-totals.ts'
import { columnAliases } from './kept-table.ts'
import { measureDistributions } from './measure-distributions.ts'
import type { ProfileMeter } from './profile-meter.ts'
import { profiledColumns, type ProfiledColumn } from './profiled-columns.ts'
import { briefCell, readExamples } from './read-examples.ts'
import { readRows } from './read-rows.ts'
import { identifier } from './sql-text.ts'

type Profile = TableProfile['tables'][number]

type Profiling = {
  /** Of the view it is read through. */
  readonly name: string
  /** How much text it is read from; null where counting rows costs nothing. */
  readonly textBytes: number | null
  /** By the column's name, in words: what its text was taken for. */
  readonly readAs: ReadonlyMap<string, string>
  readonly meter: ProfileMeter
  readonly signal: AbortSignal
}

/** Above these a table is not loaded: one pass over it counts what can be counted in one, the rest is of a sample. */
const maxLoadedBytes = 200 * 1024 ** 2
const maxLoadedCells = 50_000_000
const maxSampledRows = 50_000
const maxSampledCells = 2_000_000
/** Above this, comparing whole rows takes longer than all the rest. */
const maxComparedCells = 20_000_000

/** Up to here a list of a column's values costs less than a hash table of them. */
const maxListedRows = 5000

const measuredRows = 1000
/** In one statement, so that an abort is never far and progress never still. */
const columnsAtOnce = 64

/** Reads a table once and profiles it. What is read is kept in temporary tables of the connection, which may spill. */
export async function profileTable(connection: DuckDBConnection, profiling: Profiling): Promise<Profile> {
  const { name, textBytes } = profiling
  const columns = await profiledColumns(connection, identifier(name))
  const from = `${identifier(name)} AS t(${columnAliases(columns.length)})`
  const rows = textBytes === null ? await countRows(connection, from) : null
  const isLarge = textBytes === null ? (rows ?? 0) * columns.length > maxLoadedCells : textBytes > maxLoadedBytes
  const read = { columns, from, ...profiling }
  const measured = isLarge
    ? await sampleTable(connection, { ...read, rows: rows ?? (await guessRows(connection, { from, textBytes })) })
    : await loadTable(connection, read)
  const { totals, distributions, ...facts } = measured
  // In the order of the file, which a sample has lost.
  const examples = await readExamples(connection, { from: isLarge ? from : loaded, columns: columns.length })
  return {
    name,
    ...facts,
    columns: columns.map((column, at) => {
      const { present = 0, distinct = 0, min = null, max = null } = totals[at] ?? {}
      const distribution = distributions[at]
      const readAs = profiling.readAs.get(column.name)
      return {
        name: column.name,
        type: column.type.toString(),
        missing: facts.rows - present,
        distinct,
        min: briefCell(min),
        max: briefCell(max),
        examples: examples[at] ?? [],
        ...(readAs === undefined ? {} : { readAs }),
        ...(distribution === undefined ? {} : { distribution }),
      }
    }),
  }
}

type Reading = Profiling & { readonly columns: readonly ProfiledColumn[]; readonly from: string }
type Measured = Pick<Profile, 'rows' | 'sampledRows' | 'duplicateRows'> & {
  readonly totals: readonly ColumnTotals[]
  readonly distributions: Awaited<ReturnType<typeof measureDistributions>>
}

const loaded = 'temp.profiled'

/** Everything exact, from a copy. */
async function loadTable(connection: DuckDBConnection, reading: Reading): Promise<Measured> {
  const { columns, from, meter, signal } = reading
  const readShare = 0.5
  meter.countReading(readShare)
  await connection.run(`CREATE OR REPLACE TEMP TABLE profiled AS SELECT * FROM ${from}`)
  meter.countReading(0)
  const rows = await countRows(connection, loaded)
  const distinct = rows <= maxListedRows ? 'list' : 'hash-table'
  const totals: ColumnTotals[] = []
  const distributions: Measured['distributions'][number][] = []
  for (const chunk of chunksOf(columns)) {
    requireGoing(signal)
    const counted = await countTotals(connection, chunk.flatMap(columnTotals))
    const distinctSql = chunk.map((column) => distinctTotal(column, distinct))
    const known = toTotals(chunk, { counted, distincts: await countTotals(connection, distinctSql) })
    totals.push(...known)
    distributions.push(...(await measureDistributions(connection, { table: loaded, columns: chunk, totals: known })))
    meter.noteColumns(totals.length, columns.length, readShare + ((1 - readShare) * totals.length) / columns.length)
  }
  requireGoing(signal)
  const duplicateRows = await countDuplicates(connection, { rows, columns: columns.length, totals })
  return { rows, ...(duplicateRows === null ? {} : { duplicateRows }), totals, distributions }
}

async function countTotals(connection: DuckDBConnection, totals: readonly string[]): Promise<readonly Cell[]> {
  const [counted = []] = await readRows(connection, `SELECT ${totals.join(', ')} FROM ${loaded}`)
  return counted
}

/** One pass over all rows, which takes a sample on its way. */
async function sampleTable(
  connection: DuckDBConnection,
  { columns, from, rows: expected, meter, signal }: Reading & { readonly rows: number },
): Promise<Measured> {
  const readShare = 0.95
  const wanted = Math.min(maxSampledRows, Math.ceil(maxSampledCells / columns.length))
  const estimates = columns.map((column) => distinctTotal(column, 'estimate'))
  const counting = [...estimates, ...columns.flatMap(columnTotals)]
  meter.countReading(readShare)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE pass AS SELECT
       list(t) FILTER (WHERE random() < ${wanted / Math.max(wanted, expected)}) AS sample,
       count(*) AS row_count, ${counting.map((expression, at) => `${expression} AS total${at}`).join(', ')}
     FROM ${from}`,
  )
  meter.countReading(0)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE profiled AS SELECT unnest(sample, max_depth := 2) FROM pass;
     ALTER TABLE pass DROP COLUMN sample`,
  )
  const [[rows = 0, ...counted] = []] = await readRows(connection, 'SELECT * FROM pass')
  const totals = toTotals(columns, {
    counted: counted.slice(columns.length),
    distincts: counted.slice(0, columns.length),
  })
  const distributions: Measured['distributions'][number][] = []
  for (const chunk of chunksOf(columns)) {
    requireGoing(signal)
    const known = totals.slice(distributions.length, distributions.length + chunk.length)
    distributions.push(...(await measureDistributions(connection, { table: loaded, columns: chunk, totals: known })))
    const share = readShare + ((1 - readShare) * distributions.length) / columns.length
    meter.noteColumns(distributions.length, columns.length, share)
  }
  return { rows: Number(rows), sampledRows: await countRows(connection, loaded), totals, distributions }
}

/** An interrupt between two statements reaches neither. */
function requireGoing(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
}

async function countRows(connection: DuckDBConnection, from: string): Promise<number> {
  const [[count = 0] = []] = await readRows(connection, `SELECT count(*) FROM ${from}`)
  return Number(count)
}

/** From the size of the first rows as text; good enough to take a sample of about the size that is wanted. */
async function guessRows(
  connection: DuckDBConnection,
  { from, textBytes }: { readonly from: string; readonly textBytes: number | null },
): Promise<number> {
  const [[bytes = 0] = []] = await readRows(
    connection,
    `SELECT avg(strlen(concat_ws(',', *COLUMNS(*))) + 1) FROM (SELECT * FROM ${from} LIMIT ${measuredRows})`,
  )
  return (textBytes ?? 0) / Math.max(1, Number(bytes))
}

/** Null where it would take long. Rows are compared by a 64-bit hash of all their values. */
async function countDuplicates(
  connection: DuckDBConnection,
  { rows, columns, totals }: { readonly rows: number; readonly columns: number; readonly totals: Measured['totals'] },
): Promise<number | null> {
  if (totals.some(({ present, distinct }) => present === rows && distinct === rows)) return 0
  if (rows * columns > maxComparedCells) return null
  const [[different = 0] = []] = await readRows(
    connection,
    `SELECT count(DISTINCT hash(profiled)) FROM ${loaded} AS profiled`,
  )
  return rows - Number(different)
}

function chunksOf(columns: readonly ProfiledColumn[]): readonly (readonly ProfiledColumn[])[] {
  return Array.from({ length: Math.ceil(columns.length / columnsAtOnce) }, (_, chunk) =>
    columns.slice(chunk * columnsAtOnce, (chunk + 1) * columnsAtOnce),
  )
}
