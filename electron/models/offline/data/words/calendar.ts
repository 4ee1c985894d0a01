import { monthNames } from '../../grammar/time-words.ts'
import type { Period } from '../request/request.ts'

/** A day, month, quarter, half or year as a question names it. Months are numbered from 1; a null year was not said. */
export type TimePoint = {
  readonly year: number | null
  /** The first of its months, and how many they are. */
  readonly month: number
  readonly months: number
  readonly day: number | null
  /** Without its year: "March", "Q1". */
  readonly name: string
}

/** From the beginning of one to the end of another. */
export function periodOf(from: TimePoint, to: TimePoint): Period {
  const name = from === to ? nameWithYear(from) : `${nameWithYear(from)} to ${nameWithYear(to)}`
  const [first, last] = [from.year ?? 0, to.year ?? 0]
  const until = to.day === null ? isoDay(last, to.month + to.months, 1) : isoDay(last, to.month, to.day + 1)
  return { from: isoDay(first, from.month, from.day ?? 1), until, name }
}

/** One month of one year. */
export function monthPeriod(year: number, month: number): Period {
  const point = { year, month, months: 1, day: null, name: monthNames[month - 1] ?? '' }
  return periodOf(point, point)
}

function nameWithYear({ name, year }: TimePoint): string {
  return [name, year].filter((part) => part !== '' && part !== null).join(' ')
}

/** An ISO date; months and days past their end run on into the next. */
export function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
