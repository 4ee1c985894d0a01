import type { TableProfile } from '../../../../../shared/tool-results.ts'
import {
  additiveBeginnings,
  additiveWords,
  countingNames,
  identifierWords,
  notAdditive,
  pieceNames,
  stateWords,
  stockWords,
  thingWords,
} from '../../grammar/additive.ts'
import { plainDateWords, yearEvents } from '../../grammar/dated-events.ts'
import { normalWord, wordsOfName } from '../../words.ts'

/** A table of a file, or one made of others: two joined, or the rows of one that have no partner in another. */
export type Table = TableProfile['tables'][number] & {
  readonly derived?: Derived
  /** What the rows of the tables beside it are called, as `normalWord` has it. */
  readonly beside?: ReadonlySet<string>
}
export type Column = Table['columns'][number]

type Derived = {
  /** What stands for it in SQL. */
  readonly sql: string
  readonly parts: readonly TablePart[]
}

export type TablePart = {
  readonly table: Table
  /** What the columns of the part are called in the whole, those that are in it. */
  readonly names: ReadonlyMap<string, string>
}

/** The tables of files whose columns a table has: itself, or those it is made of. */
export function partsOf(table: Table): readonly TablePart[] {
  return table.derived?.parts ?? [{ table, names: new Map(table.columns.map(({ name }) => [name, name])) }]
}

export function isNumeric(column: Column): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\b|DOUBLE|FLOAT|REAL|DECIMAL)/.test(column.type)
}

export function isTemporal(column: Column): boolean {
  return /^(DATE|TIMESTAMP)/.test(column.type)
}

/** A column of true and false. */
export function isTruth(column: Column): boolean {
  return column.type === 'BOOLEAN'
}

/** The value that says yes in a text column of yes and no; null for every other column. */
export function yesOf(column: Column): string | null {
  const ends = [column.min, column.max].map(String)
  const said = ends.map((end) => end.toLowerCase())
  const pair = yesAndNo.find((words) => words.every((word) => said.includes(word)))
  if (pair === undefined || !isText(column) || column.distinct !== 2) return null
  return ends[said.indexOf(pair[0])] ?? null
}

const yesAndNo: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['y', 'n'],
  ['true', 'false'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['si', 'no'],
  ['sí', 'no'],
]

export function isText(column: Column): boolean {
  return /^(VARCHAR|ENUM|UUID)/.test(column.type) && !holdsObjects(column)
}

/** Lists of objects, or objects, as JSON: to be shown, and no values of anything. */
function holdsObjects({ min, max }: Column): boolean {
  return [min, max].every((end) => /^(?:\[\{"|\{"|\[\]|\{\})/.test(String(end)))
}

/** A column that names things: its numbers are neither added up nor averaged. */
export function isIdentifier(column: Column): boolean {
  return identifierWords.has(wordsOfName(column.name).at(-1) ?? '')
}

/** A column to compute with. */
export function isFigure(column: Column): boolean {
  return isNumeric(column) && !isIdentifier(column)
}

/** A column of figures that says none by 0: `fine`, `renewals`. */
export function mayBeNone(column: Column): boolean {
  return isFigure(column) && column.missing === 0 && Number(column.min) === 0
}

/** A column that tells how many its row stands for. */
export function isCountOfRow(column: Column): boolean {
  return isNumeric(column) && countingNames.has(column.name.trim().toLowerCase())
}

/** A column of how many of something its row has: `wordCount`, `times_requested`, `number_of_seats`, `num_laps`. */
export function isCountOfThings(column: Column): boolean {
  return (
    isFigure(column) &&
    /^(?:num|times|(?:number|count|no)[ _]?of)(?:[ _]|(?=\p{Lu}))|(?:[ _]c|(?<=\p{Ll})C)ount$/u.test(column.name.trim())
  )
}

/** A column of how many pieces a row is about: `qty`, `quantity_sold`. */
export function isOfPieces(column: Column): boolean {
  return additivity(column) === 'yes' && /INT/.test(column.type) && pieceNames.has(wordsOfName(column.name)[0] ?? '')
}

const timeNames: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'day', 'date', 'period', 'decade'])

/** A column of times by its name: "year", "fiscal_quarter". */
export function isNamedForTime(column: Column): boolean {
  // `vacation_days` are so many, and no day.
  return timeNames.has(wordsOfName(column.name).at(-1) ?? '') && !/(?:days|weeks|months)$/i.test(column.name)
}

/** A column of whole numbers that name things and measure nothing, by its singular: `room`, `floor`, `cluster`. */
export function isNumbered(column: Column): boolean {
  const last = column.name.match(/[\p{L}]+/gu)?.at(-1) ?? ''
  if (isHourOfDay(column)) return true
  const isWhole = /INT/.test(column.type) && Number(column.max) > 1
  return isWhole && additivity(column) === 'unknown' && thingWords.has(normalWord(last)) && !/s$/i.test(last)
}

/** `hour` from 0 to 24 tells when, as `hours` would tell how long. */
function isHourOfDay({ name, type, min, max }: Column): boolean {
  return /INT/.test(type) && /(?:^|[ _]|\p{Ll})hour$/iu.test(name.trim()) && Number(min) >= 0 && Number(max) <= 24
}

/** Orders numbered 1, 2, 3 are counted and never added up. */
export function isNumberOfRow(column: Column, rows: number): boolean {
  const isInRow = Number(column.max) - Number(column.min) + 1 === rows
  return column.distinct === rows && (isNumbered(column) || (isNumeric(column) && isInRow && rows > 2))
}

/** A column of years as plain numbers: `birth_year`, `founded`. */
export function isYearColumn(column: Column): boolean {
  if (!isNumeric(column)) return false
  const words = wordsOfName(column.name)
  return (
    words.includes('year') || words.includes('yr') || (words.some((word) => yearEvents.has(word)) && holdsYears(column))
  )
}

/** What happened at a date, by the words of its name: "shipped" of `shipped_on`. */
export function eventWordsOf({ name }: Column): readonly string[] {
  return wordsOfName(name).filter((word) => !plainDateWords.has(word))
}

/** A measure of how something is, of which only the average tells something of many: a price, a mark, a temperature. */
export function isOfState(column: Column): boolean {
  const words = wordsOfName(column.name)
  return isFigure(column) && words.some((word) => stateWords.has(word)) && !words.includes('total')
}

function holdsYears({ type, min, max }: Column): boolean {
  return /INT/.test(type) && Number(min) >= 1000 && Number(max) <= 2100
}

/**
 * Whether adding it up means something; `unknown` where its name does not tell. `of-one-time`: over places, but not over
 * years. A sum asked for is always made.
 */
export function additivity(column: Column): 'yes' | 'of-one-time' | 'no' | 'unknown' {
  const words = wordsOfName(column.name)
  if (!isFigure(column) || isHourOfDay(column) || words.some((word) => notAdditive.has(word))) return 'no'
  if (words.some((word) => stockWords.has(word))) return 'of-one-time'
  if (isCountOfThings(column)) return 'yes'
  const isAdditive = (word: string) =>
    additiveWords.has(word) || additiveBeginnings.some((beginning) => word.startsWith(beginning))
  return words.some(isAdditive) ? 'yes' : 'unknown'
}
