import { abbreviations } from '../../grammar/abbreviations.ts'
import { measureWords } from '../../grammar/name-units.ts'
import { money, price } from '../../grammar/qualities.ts'
import { unitFactors } from '../../grammar/unit-factors.ts'
import { moneyNouns, peopleNouns } from '../../grammar/row-nouns.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import type { ReadingNotes } from '../request/reading-notes.ts'
import { own } from '../words/grammar-entries.ts'
import { unitOf } from '../words/unit-of.ts'
import { columnsOfQuality } from './quality-columns.ts'
import { isFigure, isYearColumn, type Column } from './table-columns.ts'

/** A number without a column of its own: its unit, and what is said right before its comparison. */
export type BareNumber = { readonly operands: readonly number[]; readonly unit: string | null; readonly after: string }

/**
 * The column a number is one of where none is named: the only one in its unit ("over 15 kilos"), the age of people
 * ("women over 30"), what the things compared come to ("bills above 200"), or the only figure there is. Null where none
 * or several may be meant.
 */
export function columnOfNumber(said: BareNumber, notes: ReadingNotes): Column | null {
  const noun = nounBefore(said.after)
  const named =
    said.unit === null
      ? (ageOf(noun, said, notes.columns) ?? amountOf(noun, notes.columns))
      : columnOfUnit(said.unit, notes.columns)
  if (named !== null) notes.assume(`I compared *${plainText(named.name)}*`)
  return named ?? onlyFigure(notes)
}

/** Whether another column is the one in this unit. */
export function isOfOtherUnit({
  unit,
  column,
  columns,
}: {
  readonly unit: string
  readonly column: Column
  readonly columns: readonly Column[]
}): boolean {
  const measured = columnOfUnit(unit, columns)
  return measured !== null && measured !== column
}

/** The only column in this unit, else the only one in a unit it is turned into. */
export function columnOfUnit(unit: string, columns: readonly Column[]): Column | null {
  const family = unitFactors.find((each) => Object.hasOwn(each, unit)) ?? {}
  const measured = columns.filter(isFigure).map((column) => ({ column, units: wordsOfName(column.name).map(unitOf) }))
  const inUnit = measured.filter(({ units }) => units.includes(unit))
  const related = measured.filter(({ units }) => units.some((each) => each !== null && Object.hasOwn(family, each)))
  const found = inUnit.length > 0 ? inUnit : related
  if (found.length > 0) return found.length === 1 ? (found[0]?.column ?? null) : null
  if (!currencies.has(unit)) return measuredColumn(unit, columns)
  return only(columnsOfQuality(price, columns, null).columns) ?? only(columnsOfQuality(money, columns, null).columns)
}

/** `distance` for miles and `temperature` for degrees, where the name does not say its unit. */
function measuredColumn(unit: string, columns: readonly Column[]): Column | null {
  const measures = Object.keys(measureWords).filter((measure) =>
    measureWords[measure]?.some((each) => unitOf(each) === unit),
  )
  const isNamed = ({ name }: Column) =>
    wordsOfName(name).some((word) => measures.includes(word) || measures.includes(longForm(word)))
  return only(columns.filter((column) => isFigure(column) && isNamed(column)))
}

function longForm(word: string): string {
  return own(abbreviations, word) ?? word
}

const currencies: ReadonlySet<string> = new Set(['usd', 'eur', 'gbp', 'chf', 'jpy'])

/** The thing that is compared: "bills above", "women aged over", "orders that were over". */
function nounBefore(words: string): string {
  const said = /(\p{L}+)(?:\s+(?:aged|worth|of|costing|that|which|who|are|were|is|was))*\s*$/u.exec(words)?.[1] ?? ''
  return normalWord(said)
}

const oldest = 120

/** People are compared by their age. */
function ageOf(noun: string, { operands }: BareNumber, columns: readonly Column[]): Column | null {
  if (!peopleNouns.has(noun) || operands.some((each) => each > oldest)) return null
  return only(columns.filter((column) => isFigure(column) && wordsOfName(column.name).includes('age')))
}

/** Of bills the `bill_total`, of orders the `amount_paid`: never where money comes and goes in one column. */
function amountOf(noun: string, columns: readonly Column[]): Column | null {
  if (!moneyNouns.has(noun)) return null
  const figures = columns.filter((column) => isFigure(column) && !isYearColumn(column) && !(Number(column.min) < 0))
  const has = (words: readonly string[]) =>
    only(figures.filter(({ name }) => wordsOfName(name).some((word) => words.includes(word))))
  return has([noun]) ?? has(['total', 'amount', 'sum', 'revenue', 'charge']) ?? null
}

/** "was AAPL above 100": the only figure there is. */
function onlyFigure(notes: ReadingNotes): Column | null {
  const figure = only(notes.columns.filter((column) => isFigure(column) && !isYearColumn(column)))
  if (figure !== null) notes.assume(`I compared *${plainText(figure.name)}*, the only figure here`)
  return figure
}

function only(columns: readonly Column[]): Column | null {
  return columns.length === 1 ? (columns[0] ?? null) : null
}
