import type { PeriodUnit } from './expectation.fixture.ts'
import type { RawValue } from './read-raw-rows.fixture.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The spellings of these data sets (`2014-03-01…`, `2014/03/01 06:55`, `Mar 1 2014`, `2014`) as `2014-03-01`. */
export function readDate(value: RawValue): string | null {
  const text = String(value ?? '')
  const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:\D|$)/.exec(text)
  if (iso !== null) return iso.slice(1).join('-')
  const named = /^([A-Z][a-z]{2}) (\d{1,2}) (\d{4})$/.exec(text)
  if (named !== null) {
    const [, month = '', day = '', year] = named
    return `${year}-${twoDigits(months.indexOf(month) + 1)}-${day.padStart(2, '0')}`
  }
  return /^\d{4}$/.test(text) ? `${text}-01-01` : null
}

/** The first day of the period that holds the date, or the name of the month or weekday. */
export function periodOf(date: string, unit: PeriodUnit): string {
  const [year = '', month = ''] = date.split('-')
  switch (unit) {
    case 'year':
      return `${year}-01-01`
    case 'quarter':
      return `${year}-${twoDigits(Math.floor((Number(month) - 1) / 3) * 3 + 1)}-01`
    case 'month':
      return `${year}-${month}-01`
    case 'week':
      return mondayOf(date)
    case 'day':
      return date
    case 'month of year':
      return months[Number(month) - 1] ?? ''
    case 'weekday':
      return weekdays[new Date(date).getUTCDay()] ?? ''
  }
}

function mondayOf(date: string): string {
  const day = new Date(date)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
