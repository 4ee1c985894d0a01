import { isYearNumber } from '../columns/year-number.ts'
import type { ColumnFilter, Period } from '../request/request.ts'
import { monthNames } from '../../grammar/time-words.ts'
import { isoDay } from '../words/calendar.ts'

/** A condition on one stretch of time, moved so many years, quarters, months, weeks or days; null where it is no such. */
export function movedBy(time: ColumnFilter, unit: string, count: 1 | -1): ColumnFilter | null {
  if (time.kind === 'period') {
    const [period, ...more] = time.periods
    if (period === undefined || more.length > 0 || time.comparison !== '=') return null
    return { ...time, periods: [movedPeriod(period, unit, count)] }
  }
  const isYear = time.kind === 'compare' || (time.kind === 'part-of-date' && time.part === 'year')
  if (!isYear || unit.toLowerCase() !== 'year' || time.comparison !== '=') return null
  const [year, ...more] = time.operands
  if (year === undefined || more.length > 0 || !isYearNumber(year)) return null
  return { ...time, operands: [year + count] }
}

function movedPeriod({ from, until }: Period, unit: string, count: 1 | -1): Period {
  const move = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    const [months, days] = steps[unit.toLowerCase()] ?? [0, 0]
    return isoDay(year, month + months * count, date + days * count)
  }
  const moved = { from: move(from), until: move(until) }
  return { ...moved, name: nameOf(moved) }
}

/** In months and days. */
const steps: Readonly<Record<string, readonly [months: number, days: number]>> = {
  year: [12, 0],
  quarter: [3, 0],
  month: [1, 0],
  week: [0, 7],
  day: [0, 1],
}

function nameOf({ from, until }: Pick<Period, 'from' | 'until'>): string {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  if (date === 1 && isoDay(year, month + 1, 1) === until) return `${monthNames[month - 1]} ${year}`
  const [toYear = 0, toMonth = 1, toDate = 1] = until.split('-').map(Number)
  const last = isoDay(toYear, toMonth, toDate - 1)
  return last === from ? from : `${from} to ${last}`
}
