import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { recordReader } from './csv-records.ts'
import type { CsvDialect } from './csv-records.ts'
import type { CsvShape } from './csv-shape.ts'

const pieceBytes = 1024 ** 2

/**
 * Writes the rows of a table that DuckDB would misread where it stands, and nothing that is above or below it: RFC 4180
 * with LF, every row as wide as the table, no row of names.
 */
export async function writeTidyCsv(
  path: string,
  { shape, target, signal }: { readonly shape: CsvShape; readonly target: string; readonly signal: AbortSignal },
): Promise<void> {
  const { names, above, below } = shape
  const file = await open(target, 'wx', 0o600)
  try {
    // The last rows are held back until it is known that others follow.
    const held: (readonly string[])[] = []
    let skipped = 0
    for await (const records of recordBatches(path, shape.dialect, signal)) {
      let text = ''
      for (const fields of records) {
        if (skipped++ < above) continue
        held.push(fields)
        if (held.length > below) text += line(held.shift() ?? [], names.length)
      }
      await file.write(text)
    }
  } finally {
    await file.close()
  }
}

/** The most fields a record of the file has. */
export async function widestRecord(path: string, dialect: CsvDialect, signal: AbortSignal): Promise<number> {
  let widest = 0
  for await (const records of recordBatches(path, dialect, signal))
    for (const fields of records) widest = Math.max(widest, fields.length)
  return widest
}

async function* recordBatches(
  path: string,
  dialect: CsvDialect,
  signal: AbortSignal,
): AsyncGenerator<readonly (readonly string[])[], void, void> {
  const read = recordReader(dialect)
  let isFirst = true
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: pieceBytes })) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    const text = isFirst ? String(piece).replace(/^\u{feff}/u, '') : String(piece)
    isFirst = false
    yield read(text).map(({ fields }) => fields)
  }
  // Ends the last line, if nothing else does.
  yield read('\n').map(({ fields }) => fields)
}

function line(fields: readonly string[], width: number): string {
  return `${Array.from({ length: width }, (_, index) => field(fields[index] ?? '')).join(',')}\n`
}

function field(value: string): string {
  return /[",\r\n]/.test(value) || value === '' ? `"${value.replaceAll('"', '""')}"` : value
}
