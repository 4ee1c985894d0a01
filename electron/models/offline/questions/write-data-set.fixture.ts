import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import { makeWorkbook } from '../../../../scripts/sample-workspace/make-workbook.ts'
import { filesOf, sourcePath, type DataSetFile } from './data-sets.fixture.ts'
import { readRawRows, type RawRow, type RawValue } from './read-raw-rows.fixture.ts'

/** Empties a folder and puts the files of a data set into it, each in the format its name there ends with. */
export async function writeDataSet(dataSet: string, folder: string): Promise<void> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  for (const file of filesOf(dataSet)) {
    const target = join(folder, file.as)
    mkdirSync(dirname(target), { recursive: true })
    if (file.style === 'german') writeFileSync(target, german(readRawRows(sourcePath(file))), 'latin1')
    else if (extname(file.as) === extname(file.from)) copyFileSync(sourcePath(file), target)
    else await convert(file, target)
  }
}

async function convert(file: DataSetFile, target: string): Promise<void> {
  const rows = readRawRows(sourcePath(file))
  const { table = 'data' } = file
  switch (extname(file.as)) {
    case '.csv':
      return writeFileSync(target, separated(rows, ','))
    case '.tsv':
      return writeFileSync(target, separated(rows, '\t'))
    case '.ndjson':
      return writeFileSync(target, rows.map((row) => `${JSON.stringify(asJson(row))}\n`).join(''))
    case '.xlsx':
      return writeFileSync(target, workbook(table, rows))
    case '.sqlite':
      return writeDatabase(target, table, rows)
    case '.parquet':
      return writeParquet(sourcePath(file), target)
    default:
      throw new Error(`${file.as} is of a kind nobody here writes.`)
  }
}

/** As somebody's export would have it: figures as numbers, and nothing where there is none. A number with a zero before it is a name. */
function asJson(row: RawRow): RawRow {
  const value = (raw: RawValue) =>
    raw === '' ? null : typeof raw === 'string' && raw === String(Number(raw)) ? Number(raw) : raw
  return Object.fromEntries(Object.entries(row).map(([name, raw]) => [name, value(raw)]))
}

/** Every character must be one of Latin-1. */
function german(rows: readonly RawRow[]): string {
  const spell = (value: RawValue) =>
    String(value ?? '')
      .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1')
      .replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
  const spelled = (row: RawRow) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, spell(value)]))
  return separated(rows.map(spelled), ';')
}

function columnsOf(rows: readonly RawRow[]): readonly string[] {
  return [...new Set(rows.flatMap(Object.keys))]
}

function separated(rows: readonly RawRow[], separator: string): string {
  const columns = columnsOf(rows)
  const field = (value: RawValue | undefined) => {
    const text = String(value ?? '')
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))]
  return lines.map((line) => `${line.map(field).join(separator)}\n`).join('')
}

function workbook(sheet: string, rows: readonly RawRow[]): Uint8Array {
  const columns = columnsOf(rows)
  const cell = (value: RawValue | undefined) => (typeof value === 'number' ? value : asCell(String(value ?? '')))
  return makeWorkbook([{ name: sheet, rows: [columns, ...rows.map((row) => columns.map((name) => cell(row[name])))] }])
}

/** As somebody's export would have it: figures as numbers, ISO days as dates. */
function asCell(text: string): string | number | Date {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(text)
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

function writeDatabase(target: string, table: string, rows: readonly RawRow[]): void {
  const columns = columnsOf(rows)
  const isNumeric = (name: string) => rows.every((row) => row[name] === null || Number.isFinite(Number(row[name])))
  const numeric = new Set(columns.filter(isNumeric))
  const database = new DatabaseSync(target)
  const typed = columns.map((name) => `"${name}" ${numeric.has(name) ? 'REAL' : 'TEXT'}`)
  database.exec(`CREATE TABLE "${table}" (${typed.join(', ')}); BEGIN`)
  const insert = database.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of rows) {
    insert.run(
      ...columns.map((name) => (row[name] == null ? null : numeric.has(name) ? Number(row[name]) : String(row[name]))),
    )
  }
  database.exec('COMMIT')
  database.close()
}

async function writeParquet(source: string, target: string): Promise<void> {
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (SELECT * FROM ${quoted(source)}) TO ${quoted(target)} (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
}
