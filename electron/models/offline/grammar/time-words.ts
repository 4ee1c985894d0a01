/** What a date is grouped by. `month-of-year` is the same month of all years together, as `weekday` is of all weeks. */
export type TimeUnit = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'month-of-year' | 'weekday'

/** Units to group a date by, after `by`, `per` or `each`; in the singular. Longer phrases win. */
export const timeUnits: Readonly<Record<string, TimeUnit>> = {
  decade: 'decade',
  year: 'year',
  'calendar year': 'year',
  quarter: 'quarter',
  month: 'month',
  'calendar month': 'month',
  'single month': 'month',
  week: 'week',
  'calendar week': 'week',
  day: 'day',
  'calendar day': 'day',
  hour: 'hour',
  'month of the year': 'month-of-year',
  'month of year': 'month-of-year',
  'month name': 'month-of-year',
  weekday: 'weekday',
  'day of the week': 'weekday',
  'day of week': 'weekday',
}

/** Adverbs that group a date without `by`. */
export const timeAdverbs: Readonly<Record<string, TimeUnit>> = {
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  quarterly: 'quarter',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
  'over time': 'month',
  'over the years': 'year',
  'over the months': 'month',
  'year over year': 'year',
  'year on year': 'year',
  yoy: 'year',
  'month over month': 'month',
  'month on month': 'month',
  'quarter over quarter': 'quarter',
}

export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

export const weekdayNames: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** Months by name, from 1. Short forms too. */
export const months: Readonly<Record<string, number>> = {
  ...numbered(monthNames),
  ...numbered(monthNames.map((name) => name.slice(0, 3))),
  sept: 9,
}

/** Weekdays by name, Monday is 1 (ISO 8601). In the singular; a group of days lists several. */
export const weekdays: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(weekdayNames.map((name, index) => [name.toLowerCase(), [index + 1]])),
  weekend: [6, 7],
  'working day': [1, 2, 3, 4, 5],
  workday: [1, 2, 3, 4, 5],
}

/** Parts of a year that are told by an ordinal: "first quarter", "2nd half". In months. */
export const yearParts: Readonly<Record<string, number>> = { quarter: 3, half: 6 }

/** Ends of a year: "the last three months of 2022". */
export const yearEnds: Readonly<Record<string, 'first' | 'last'>> = {
  first: 'first',
  opening: 'first',
  last: 'last',
  final: 'last',
  closing: 'last',
}

/** Decades by name. Twenties may be of two centuries. */
export const decadeNames: Readonly<Record<string, number>> = {
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}

/** Words before a unit that point into the data's own time, counted from its newest date. */
export const relativeWords: Readonly<Record<string, 'newest' | 'before-newest' | 'oldest'>> = {
  last: 'newest',
  latest: 'newest',
  'most recent': 'newest',
  newest: 'newest',
  past: 'newest',
  this: 'newest',
  'the current': 'newest',
  current: 'newest',
  previous: 'before-newest',
  'second last': 'before-newest',
  first: 'oldest',
  earliest: 'oldest',
}

/** Before a date they ask for the least or the greatest of it: "the latest date". */
export const edgeWords: Readonly<Record<string, 'min' | 'max'>> = {
  first: 'min',
  earliest: 'min',
  oldest: 'min',
  last: 'max',
  latest: 'max',
  newest: 'max',
  'most recent': 'max',
  'most recently': 'max',
  'least recently': 'min',
}

function numbered(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, index) => [name.toLowerCase(), index + 1]))
}
