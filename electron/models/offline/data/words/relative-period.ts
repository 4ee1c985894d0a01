import type { TimeUnit } from '../../grammar/time-words.ts'
import { monthNames } from '../../grammar/time-words.ts'
import { plainText } from '../../markdown.ts'
import { isoDay } from './calendar.ts'
import type { Relative } from './phrase.ts'
import type { ReadingNotes } from '../request/reading-notes.ts'
import type { Period } from '../request/request.ts'

/** "last 3 months" in dates, counted from the newest date of the data and not from today; null leaves a problem. */
export function relativePeriod({ to, count, unit, words }: Relative, notes: ReadingNotes): Period | null {
  const column = notes.dateColumn(words)
  const edge = column === null ? null : String((to === 'oldest' ? column.min : column.max) ?? '').slice(0, 10)
  if (column === null || edge === null) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edge)) {
    notes.unexplained(words)
    return null
  }
  const shift = to === 'newest' ? 1 - count : to === 'before-newest' ? -count : 0
  const from = unitStart(edge, unit, shift)
  const until = unitStart(edge, unit, shift + count)
  const name = count === 1 ? unitName(from, unit) : `${from} to ${previousDay(until)}`
  notes.assume(
    `“${plainText(words)}” is ${name}, counted from the ${to === 'oldest' ? 'oldest' : 'newest'} *${plainText(column.name)}*, ${edge}`,
  )
  return { from, until, name }
}

/** The first day of the unit that a day is in, some units on. */
function unitStart(day: string, unit: TimeUnit, shift: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  switch (unit) {
    case 'decade':
      return isoDay(Math.floor(year / 10) * 10 + shift * 10, 1, 1)
    case 'year':
      return isoDay(year + shift, 1, 1)
    case 'quarter':
      return isoDay(year, Math.floor((month - 1) / 3) * 3 + 1 + shift * 3, 1)
    case 'month':
    case 'month-of-year':
      return isoDay(year, month + shift, 1)
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
      return isoDay(year, month, date - weekday + shift * 7)
    }
    case 'day':
    case 'weekday':
    case 'hour':
      return isoDay(year, month, date + shift)
  }
}

function unitName(from: string, unit: TimeUnit): string {
  const [year = '', month = ''] = from.split('-')
  if (unit === 'year') return year
  if (unit === 'month') return `${monthNames[Number(month) - 1]} ${year}`
  if (unit === 'quarter') return `Q${Math.ceil(Number(month) / 3)} ${year}`
  return unit === 'day' ? from : `the ${unit} from ${from}`
}

function previousDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(year, month, date - 1)
}
