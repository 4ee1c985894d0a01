import { keepOnce } from './convert-once.ts'
import { csvShape } from './csv-shape.ts'
import type { CsvShape } from './csv-shape.ts'
import type { Reading, SeenRows } from './open-source.ts'
import { plainDateFormat } from './read-dates.ts'
import { identifier, literal } from './sql-text.ts'
import { widestRecord, writeTidyCsv } from './tidy-csv.ts'
import { uniqueNames } from './unique-names.ts'

type CsvTable = { readonly path: string; readonly readings: readonly Reading[] }

type CsvOptions = {
  /** Changes with the file's content. */
  readonly key: string
  readonly scratchDir: string
  readonly signal: AbortSignal
}

/** The table of a CSV in UTF-8: as it stands, or as a tidy copy where DuckDB would misread it. Null when there is none. */
export async function csvTable(path: string, options: CsvOptions): Promise<CsvTable | null> {
  const known = knownShapes.get(options.key)
  const looked = known === undefined ? await csvShape(path) : { shape: known, seen: null }
  if (looked === null) return null
  const { shape, seen } = looked
  if (shape.isRegular) {
    keepShape(options.key, shape)
    return { path, readings: directReadings(path, shape, seen) }
  }
  const whole = knownShapes.has(options.key) ? shape : await wholeShape(path, shape, options)
  keepShape(options.key, whole)
  const tidy = await keepOnce(`${options.key}\ntidy`, { ...options, extension: 'csv' }, (target) =>
    writeTidyCsv(path, { shape: whole, target, signal: options.signal }),
  )
  return { path: tidy, readings: [tidyReading(tidy, whole)] }
}

/** Looking at a file's beginning takes longer than many a query. */
const knownShapes = new Map<string, CsvShape>()
const mostKnown = 200

function keepShape(key: string, shape: CsvShape): void {
  if (knownShapes.size >= mostKnown) knownShapes.delete([...knownShapes.keys()][0] ?? '')
  knownShapes.set(key, shape)
}

/** A row far down may be wider than those that were looked at. */
async function wholeShape(path: string, shape: CsvShape, { signal }: CsvOptions): Promise<CsvShape> {
  const widest = await widestRecord(path, shape.dialect, signal)
  if (widest <= shape.names.length) return shape
  const names = Array.from({ length: widest }, (_, index) => shape.names[index] ?? '')
  return { ...shape, names: uniqueNames(names) }
}

/**
 * From the strictest to one that takes anything. Comment detection is always off: it drops rows that begin with `#`
 * without a word. A value that does not fit its type is an error, and leads to another reading of its column.
 */
function directReadings(path: string, shape: CsvShape, seen: SeenRows | null): readonly Reading[] {
  const { names, dialect, above, newLine, notes } = shape
  const header = `header = ${above === 1}, new_line = ${literal(newLine === '\n' ? '\\n' : newLine === '\r' ? '\\r' : '\\r\\n')}`
  const options = `${dialectSql(dialect.delimiter, dialect.quote)}, ${header}`
  const lenient = 'strict_mode = false, null_padding = true, parallel = false, max_line_size = 33554432'
  const ragged = 'Rows differ in length: values missing at the end of a row are empty.'
  const untyped = { isUntyped: true, hasSemicolons: dialect.delimiter === ';' }
  return [
    { ...untyped, seen, select: (types) => select(path, options, names, types), notes },
    {
      ...untyped,
      seen: null,
      select: (types) =>
        select(
          path,
          `${dialectSql(dialect.delimiter, dialect.quote)}, header = ${above === 1}, ${lenient}`,
          names,
          types,
        ),
      notes: [...notes, ragged],
    },
    {
      ...untyped,
      seen: null,
      select: () =>
        `SELECT * FROM read_csv(${literal(path)}, comment = '', compression = 'none', all_varchar = true, sample_size = -1,
          delim = ${literal(dialect.delimiter)}, quote = ${literal(dialect.quote)}, header = ${above === 1}, ${lenient})`,
      notes: [...notes, ragged],
    },
  ]
}

function tidyReading(path: string, { names, dialect, notes }: CsvShape): Reading {
  const options = `${dialectSql(',', '"')}, header = false, new_line = '\\n', max_line_size = 33554432`
  return {
    isUntyped: true,
    hasSemicolons: dialect.delimiter === ';',
    seen: null,
    select: (types) => select(path, options, names, types),
    notes,
  }
}

function dialectSql(delimiter: string, quote: string): string {
  return `auto_detect = false, comment = '', compression = 'none', delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}`
}

function select(path: string, options: string, names: readonly string[], types: ReadonlyMap<string, string>): string {
  const columns = names.map((name) => `${identifier(name)}: ${literal(types.get(name) ?? 'VARCHAR')}`).join(', ')
  return `SELECT * FROM read_csv(${literal(path)}, ${options}, dateformat = ${literal(plainDateFormat)}, columns = {${columns}})`
}
