export type TimeUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

/** Units to group a date by, after `by`, `per` or `each`. */
export const timeUnits: Readonly<Record<string, TimeUnit>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  day: 'day',
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
  'over time': 'month',
}

const monthNames = 'january february march april may june july august september october november december'.split(' ')

/** Months by name, from 1. Short forms too. */
export const months: Readonly<Record<string, number>> = Object.fromEntries(
  monthNames.flatMap((name, index) => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
)
