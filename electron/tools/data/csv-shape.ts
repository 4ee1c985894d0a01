import { open } from 'node:fs/promises'
import { csvDialect } from './csv-dialect.ts'
import { csvRecords } from './csv-records.ts'
import type { CsvDialect, CsvRecord } from './csv-records.ts'
import type { SeenRows } from './open-source.ts'
import { tableShape } from './table-shape.ts'

/** A CSV as its beginning and its end show it. */
export type CsvShape = {
  readonly dialect: CsvDialect
  readonly newLine: string
  readonly names: readonly string[]
  /** Records above the first row of data, and below the last. */
  readonly above: number
  readonly below: number
  /** Written so that DuckDB reads it as it stands, with one row of names or none. */
  readonly isRegular: boolean
  readonly notes: readonly string[]
}

/** Files up to this size are looked at whole. */
const wholeBytes = 8 * 1024 ** 2
const headBytes = 1024 ** 2
const tailBytes = 64 * 1024

/** A shape, and the rows of data it was told from: all there are when the file was looked at whole. */
type SeenCsv = { readonly shape: CsvShape; readonly seen: SeenRows }

/** Looks at a CSV in UTF-8. Null when it holds no table. */
export async function csvShape(path: string): Promise<SeenCsv | null> {
  const { head, tail } = await readEnds(path)
  return shapeOf(head.replace(/^\u{feff}/u, ''), tail)
}

async function readEnds(path: string): Promise<{ readonly head: string; readonly tail: string | null }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const isWhole = size <= wholeBytes
    const read = async (length: number, at: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.toString('utf8', 0, bytesRead)
    }
    const head = await read(isWhole ? size : headBytes, 0)
    return { head, tail: isWhole ? null : await read(tailBytes, size - tailBytes) }
  } finally {
    await file.close()
  }
}

/** `tail` is null when `head` is all. */
function shapeOf(head: string, tail: string | null): SeenCsv | null {
  const dialect = csvDialect(head)
  const declaration = /^sep=.\r?\n/i.test(head) ? 1 : 0
  const all = [...csvRecords(head, dialect)]
  // The last record of a piece is cut somewhere.
  const records = tail === null ? all : all.slice(0, -1)
  const found = tableShape(
    records.slice(declaration).map(({ fields }) => fields),
    { hasEnd: tail === null },
  )
  if (found === null) return null
  const above = found.first + declaration
  const end = tail === null ? { below: found.below, notes: [] } : endOf(tail, dialect, found.names.length)
  const newLine = newLineOf(head)
  const isRegular =
    above <= 1 &&
    end.below === 0 &&
    newLine !== null &&
    isEven(records, found.names.length) &&
    !hasBlankLines(head, found.names)
  const body = records.slice(above, records.length - end.below)
  const shape = {
    dialect,
    newLine: newLine ?? '\n',
    names: found.names,
    above,
    below: end.below,
    isRegular,
    notes: [...found.notes, ...end.notes, ...raggedNotes(body, found.names.length)],
  }
  return { shape, seen: { rows: body.map(({ fields }) => fields), isWhole: tail === null } }
}

/** What is below the table of a large file: told from its last rows, the first of which may be cut. */
function endOf(
  tail: string,
  dialect: CsvDialect,
  width: number,
): { readonly below: number; readonly notes: readonly string[] } {
  const rows = [...csvRecords(tail, dialect)].slice(1).map(({ fields }) => fields)
  const names = Array.from({ length: width }, (_, index) => `column ${index}`)
  const shape = tableShape([names, ...rows], { hasEnd: true })
  return { below: shape?.below ?? 0, notes: shape?.notes.filter((note) => /below the table|last row/.test(note)) ?? [] }
}

/** The one way lines end; null where there are several, a break inside a field among them. */
function newLineOf(head: string): string | null {
  const breaks = new Set(head.replace(/\r$/, '').match(/\r\n|\n|\r/g))
  return breaks.size === 1 ? ([...breaks][0] ?? null) : breaks.size === 0 ? '\n' : null
}

function isEven(records: readonly CsvRecord[], width: number): boolean {
  const [header] = records
  return (
    records.every(({ fields, isProper }) => isProper && fields.length === width) &&
    header?.fields.every((field) => !/[\r\n]/.test(field)) === true
  )
}

/** DuckDB takes a blank first line for the names, and any for a missing value where there is one column only. */
function hasBlankLines(head: string, names: readonly string[]): boolean {
  return /^[ \t]*[\r\n]/.test(head) || (names.length === 1 && /[\r\n]{2}/.test(head.replaceAll('\r\n', '\n')))
}

function raggedNotes(records: readonly CsvRecord[], width: number): string[] {
  return records.some(({ fields }) => fields.length < width)
    ? ['Rows differ in length: values missing at the end of a row are empty.']
    : []
}
