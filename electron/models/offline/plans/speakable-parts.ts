import { plainText } from '../markdown.ts'
import {
  additivity,
  isFigure,
  isNamedForTime,
  isTemporal,
  isText,
  type Column,
  type Table,
} from '../data/columns/table-columns.ts'
import { wordsOfName } from '../words.ts'

const mostGroups = 40

/** What of a table an example can be made of, by names that can be said as they are. */
export type SpeakableParts = {
  /** "in sales.csv" */
  readonly place: string
  /** "total amount": what its numbers are best asked for; null without a column of figures. */
  readonly figure: string | null
  /** Columns of figures by themselves. */
  readonly figures: readonly string[]
  readonly group: string | null
  /** A value of that group. */
  readonly value: string | null
  /** "by year", or by month where it holds little more than a year. Only of a single column of time. */
  readonly time: string | null
}

export function speakableParts(table: Table): SpeakableParts {
  const columns = table.columns.filter(isSpeakable)
  const figures = columns.filter((column) => isFigure(column) && column.distinct > 1 && !countsRows(column, table))
  const figure = figures.find(addsUp) ?? figures[0]
  const group = columns.find((column) => isGroup(column, table))
  return {
    place: `in ${placeOf(table)}`,
    figure: figure === undefined ? null : `${addsUp(figure) ? 'total' : 'average'} ${figure.name}`,
    figures: figures.map(({ name }) => name),
    group: group?.name ?? null,
    value: group === undefined ? null : valueOf(group),
    time: timeOf(table),
  }
}

/** Some names hold only marks, or words that ask for something else. */
function isSpeakable({ name }: Column): boolean {
  return wordsOfName(name).length > 0 && plainText(name).length <= 40 && /^[\p{L}\p{N}_ ]+$/u.test(name)
}

/** Another whole number in every row: the row's own, whatever it is called. */
function countsRows({ type, distinct, missing }: Column, { rows }: Table): boolean {
  return rows > mostGroups && missing === 0 && distinct >= rows * 0.98 && /INT/.test(type)
}

/** A price of one piece is named for what adds up, and does not. */
function addsUp(column: Column): boolean {
  const words = wordsOfName(column.name)
  return additivity(column) === 'yes' && !(words.length > 1 && words[0] === 'unit')
}

/** Weekdays and months in words are better asked for as times. */
function isGroup(column: Column, { rows }: Table): boolean {
  if (!isText(column) || isNamedForTime(column)) return false
  return column.distinct > 1 && column.distinct <= Math.min(mostGroups, rows * 0.8)
}

function valueOf({ examples }: Column): string | null {
  const value = examples.find((each) => typeof each === 'string' && /^\p{L}{2,}(?: \p{L}{2,})*$/u.test(each))
  return typeof value === 'string' && value.length <= 30 ? value : null
}

/** A sheet with blanks in its name needs quotes around the whole. */
function placeOf({ name }: Table): string {
  return /#.*[^\p{L}\p{N}_-]/u.test(name) ? `"${name}"` : name
}

function timeOf({ columns }: Table): string | null {
  const [time, ...others] = columns.filter(isTemporal)
  if (time === undefined || others.length > 0 || time.distinct < 2) return null
  const [from, to] = [time.min, time.max].map((each) => String(each ?? '').slice(0, 4))
  return from !== undefined && to !== undefined && Number(to) - Number(from) >= 2 ? 'by year' : 'by month'
}
