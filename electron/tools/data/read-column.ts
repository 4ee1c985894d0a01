import { isMissingMark, marksAmongWords } from './missing-marks.ts'
import { readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import type { DecimalMark, NumberContext } from './read-numbers.ts'
import { literal } from './sql-text.ts'

/** A text column as its sample shows it: the different values in it, none of them empty. */
export type SampledColumn = { readonly name: string; readonly values: readonly string[] }

export type ColumnContext = NumberContext & {
  /** Nobody has decided on types yet, as in a CSV; where text was chosen over numbers, plain digits stay text. */
  readonly isUntyped: boolean
}

/** One way to read a text column. */
export type ColumnReading = {
  readonly type: string
  /** The reader of the file can do it by itself, and refuses what does not fit. */
  readonly isNative: boolean
  /** The column's value in SQL; null for what does not fit. Null: the text as it is. */
  readonly sql: ((column: string) => string) | null
  /** Spellings of missing values, in small letters. */
  readonly missing: readonly string[]
  /** For the profile: what was made of the text. */
  readonly readAs: string | null
  /** For the profile: what the reader of a result should know. */
  readonly note: string | null
}

/** The ways to read a column, best first. The last one takes anything. */
export function readColumn(column: SampledColumn, context: ColumnContext): readonly ColumnReading[] {
  const present = column.values.map((value) => value.trim()).filter((value) => value !== '' && !isMissingMark(value))
  const missing = [...new Set(column.values.map((value) => value.trim().toLowerCase()).filter(isMissingMark))]
  if (present.length === 0) return [asText(column, context)]
  const typed = typedReading(column, present, context)
  if (typeof typed === 'string') return [{ ...asText(column, context), note: typed }]
  if (typed === null) return [asText(column, context)]
  const { isPlain, type, sql, readAs } = typed
  const isNative = context.isUntyped && isPlain && missing.length === 0
  const read = { type, sql, note: null, missing, readAs: join(readAs, missing) }
  const tolerant = { ...read, isNative: false, missing: allMarks, readAs: join(readAs, ['na', 'n/a', '-']) }
  return [{ ...read, isNative }, tolerant, misfit(column, context)]
}

/** What the file's other columns say about decimals: the one mark they use, if they agree. */
export function decimalMarkOf(columns: readonly SampledColumn[], context: ColumnContext): DecimalMark {
  const found = new Set<DecimalMark>()
  for (const { values } of columns) {
    const present = values.map((value) => value.trim()).filter((value) => value !== '' && !isMissingMark(value))
    const numbers = readNumbers(present, context)
    if (numbers !== null && numbers !== 'unclear' && isTelling(present)) found.add(numbers.decimalMark)
  }
  found.delete(null)
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const allMarks = ['na', 'n/a', '#n/a', '#na', 'nan', 'null', '<na>', 'none', 'n.a.', '-', '--', '–', '—', '.', '?']

/** Three digits behind a mark may be thousands as well. */
function isTelling(values: readonly string[]): boolean {
  return values.some((value) => /[.,](\d{1,2}|\d{4,})(\D*)$/.test(value) || /[.,]\d{3}[.,]\d/.test(value))
}

type Typed = {
  readonly type: string
  readonly isPlain: boolean
  readonly sql: (column: string) => string
  readonly readAs: string | null
}

/** A sentence when the column looks like something that cannot be told for certain. */
function typedReading(
  column: SampledColumn,
  present: readonly string[],
  context: ColumnContext,
): Typed | string | null {
  const { name } = column
  if (context.isUntyped && isYesNo(present)) return yesNo
  const dates = readDates(present, name)
  if (dates === 'unclear')
    return `“${name}” looks like dates, but day and month or the century cannot be told apart (${present[0] ?? ''}), so it is text.`
  if (dates !== null) return dates
  const numbers = readNumbers(present, context)
  if (numbers === 'unclear')
    return `“${name}” looks like numbers, but its comma may part thousands or decimals (${present[0] ?? ''}), so it is text.`
  if (numbers === null) return almostNumbers(column, present, context)
  if (!numbers.isPlain) return numbers
  if (!context.isUntyped && (isIdentifier(name) || numbers.type === 'BIGINT')) return null
  return context.isUntyped
    ? { ...numbers, isPlain: !isIdentifier(name) }
    : { ...numbers, readAs: 'numbers stored as text' }
}

function isYesNo(values: readonly string[]): boolean {
  const words = ['true', 'false', 'yes', 'no', 't', 'f', 'y', 'n']
  if (!values.every((value) => words.includes(value.toLowerCase()))) return false
  const lower = new Set(values.map((value) => value.toLowerCase()))
  return lower.size > 1 || lower.has('true') || lower.has('false')
}

const yesNo: Typed = {
  type: 'BOOLEAN',
  isPlain: true,
  sql: (column) => `CASE WHEN lower(${column}) IN ('true', 'yes', 't', 'y') THEN true
    WHEN lower(${column}) IN ('false', 'no', 'f', 'n') THEN false END`,
  readAs: null,
}

/** Words in a name that say its digits name something: a later row may have a leading zero. */
const identifierWords =
  /(^|[^a-z])(zip|zipcode|postal|postcode|plz|phone|telephone|tel|fax|mobile|ssn|isbn|ean|upc|gtin|sku|iban|fips|geoid|naics|sic)([^a-z]|$)/i

function isIdentifier(name: string): boolean {
  return identifierWords.test(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

function almostNumbers({ name }: SampledColumn, present: readonly string[], context: ColumnContext): string | null {
  if (present.length < 5) return null
  const others = present.filter((value) => !/^[-+]?(0|[1-9]\d*)([.,]\d+)*$/.test(value))
  if (others.length === 0 || others.length * 10 > present.length || !context.isUntyped) return null
  return `“${name}” is text, because not all of its values are numbers (${quoted(others[0] ?? '')}).`
}

function quoted(value: string): string {
  return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
}

function asText({ values }: SampledColumn, { isUntyped }: ColumnContext): ColumnReading {
  const marks = isUntyped ? marksAmongWords(values.map((value) => value.trim())) : []
  const missing = [...new Set(marks.map((mark) => mark.toLowerCase()))]
  return { type: 'VARCHAR', isNative: false, sql: null, missing, readAs: join(null, missing), note: null }
}

function misfit(column: SampledColumn, context: ColumnContext): ColumnReading {
  return {
    ...asText(column, context),
    note: `“${column.name}” is text, because a later value does not fit the others.`,
  }
}

function join(readAs: string | null, missing: readonly string[]): string | null {
  if (missing.length === 0) return readAs
  const marks = missing.map((mark) => `“${mark.toUpperCase()}”`).join(', ')
  const said = `${marks} ${missing.length === 1 ? 'counts' : 'count'} as missing`
  return readAs === null ? said : `${readAs}; ${said}`
}

/** The column in SQL: typed, missing where it says so, and an error that names `misfit` where a value does not fit. */
export function columnSql(reading: ColumnReading, column: string, misfitMessage: string): string {
  const text = `trim(${column})`
  // Not `NOT IN`: planning thousands of those takes DuckDB half a minute.
  const marks = ['', ...reading.missing].map(literal).join(', ')
  const isPresent = `NOT list_contains([${marks}], lower(${text}))`
  if (reading.sql === null) return reading.missing.length === 0 ? column : `CASE WHEN ${isPresent} THEN ${column} END`
  return `coalesce(${reading.sql(text)}, CASE WHEN ${column} IS NOT NULL AND ${isPresent}
    THEN CAST(error(${literal(misfitMessage)}) AS ${reading.type}) END)`
}
