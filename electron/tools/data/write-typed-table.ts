import { open, rm } from 'node:fs/promises'
import { openDatabase } from './open-database.ts'
import { literal } from './sql-text.ts'

export type TypedValue = string | number | bigint | boolean | null

/** Rows of a table that DuckDB cannot read itself. `type` is an SQL type whose text form the values have. */
export type TypedTable = {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: Iterable<readonly TypedValue[]>
  /** What a person should know about the way it was read. */
  readonly notes: readonly string[]
}

const bufferedCharacters = 1024 ** 2

/** Writes a table as Parquet with exactly its types. The way there is a CSV beside it, so that memory does not grow with rows. */
export async function writeTypedTable(
  table: TypedTable,
  { path, scratchDir }: { readonly path: string; readonly scratchDir: string },
): Promise<void> {
  const csv = `${path}.csv`
  try {
    await writeCsv(table, csv)
    await using database = await openDatabase({ paths: [csv, path], bytes: null, scratchDir })
    const types = table.columns.map(({ name, type }) => `${literal(name)}: ${literal(type)}`).join(', ')
    const dialect = "auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\\N'"
    await database.connection.run(
      `COPY (SELECT * FROM read_csv(${literal(csv)}, ${dialect}, allow_quoted_nulls = false, columns = {${types}}))
       TO ${literal(path)} (FORMAT parquet)`,
    )
  } finally {
    await rm(csv, { force: true })
  }
}

async function writeCsv(table: TypedTable, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let buffered = ''
    for (const row of table.rows) {
      buffered += `${table.columns.map((_, index) => field(row[index] ?? null)).join(',')}\n`
      if (buffered.length < bufferedCharacters) continue
      await file.write(buffered)
      buffered = ''
    }
    await file.write(buffered)
  } finally {
    await file.close()
  }
}

/** Text is always quoted, so that nothing in it is taken for a missing value. */
function field(value: TypedValue): string {
  if (value === null) return String.raw`\N`
  return `"${String(value).replaceAll('"', '""')}"`
}
