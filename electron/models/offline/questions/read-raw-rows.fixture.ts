import { readFileSync } from 'node:fs'
import { extname } from 'node:path'

export type RawValue = string | number | boolean | null
export type RawRow = Readonly<Record<string, RawValue>>

/** The rows of a CSV, TSV or JSON file as they stand there; an empty field is missing. Written for this corpus alone. */
export function readRawRows(path: string): readonly RawRow[] {
  const text = readFileSync(path, 'utf8')
  switch (extname(path)) {
    case '.json':
      return withEveryColumn(JSON.parse(text) as readonly RawRow[])
    case '.csv':
      return readSeparated(text, ',')
    case '.tsv':
      return readSeparated(text, '\t')
    default:
      throw new Error(`${path} is of a kind the reference reader does not read.`)
  }
}

/** A key that a record of JSON lacks is a missing value. */
function withEveryColumn(rows: readonly RawRow[]): readonly RawRow[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))
}

function readSeparated(text: string, separator: string): readonly RawRow[] {
  const [header = [], ...records] = splitRecords(text, separator)
  return records
    .filter((fields) => fields.some((field) => field !== ''))
    .map((fields) => Object.fromEntries(header.map((name, index) => [name, readField(fields[index])])))
}

/** RFC 4180: a quoted field may hold separators, line ends and doubled quotes. */
function splitRecords(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [[]]
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}][^\\r\\n${separator}]*|))(${separator}|\\r?\\n|$)`,
    'y',
  )
  for (let at = 0; at < text.length; at = field.lastIndex) {
    field.lastIndex = at
    const match = field.exec(text)
    if (match === null) throw new Error(`There is a stray quote near “${text.slice(at, at + 40)}”.`)
    const [, quoted, plain = '', end = ''] = match
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end.endsWith('\n') && field.lastIndex < text.length) records.push([])
  }
  return records
}

/** Statistics programs write a missing number as `NaN`. */
function readField(field: string | undefined): string | null {
  return field === undefined || field === '' || field === 'NaN' ? null : field
}
