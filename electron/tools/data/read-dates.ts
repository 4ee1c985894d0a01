import { literal } from './sql-text.ts'

/** A way to read the text of a column as dates or times. `sql` gives null for text that is not written that way. */
export type DateReading = {
  readonly type: 'DATE' | 'TIMESTAMP' | 'TIMESTAMP WITH TIME ZONE' | 'TIME'
  /** The reader of a CSV may do it by itself, given the one format. */
  readonly isPlain: boolean
  readonly sql: (column: string) => string
  readonly readAs: string | null
}

/** Without it DuckDB cuts the time off 2014-12-31 10:30 where it reads dates. */
export const plainDateFormat = '%Y-%m-%d'

/**
 * How the values of a column are written, if all of them are dates in one spelling. `'unclear'` when day and month, or
 * the century, cannot be told apart in any of them. `name` is the column's: eight digits are a date only where it says so.
 */
export function readDates(values: readonly string[], name: string): DateReading | 'unclear' | null {
  const [first] = values
  if (first === undefined) return null
  if (values.every((value) => zoned.test(value))) return zonedReading
  if (values.every((value) => clock.test(value))) return clockReading
  const spellings = new Set<string>()
  for (const value of values) {
    const spelling = spellingOf(value)
    if (spelling === null) return null
    spellings.add(spelling)
    if (spellings.size > 3) return null
  }
  // Seconds may be left out, and fractions of them; everything else must be one.
  const days = new Set([...spellings].map((spelling) => splitTime(spelling).day))
  const [day, ...others] = days
  if (day === undefined || others.length > 0) return null
  const format = dayFormat(day, values, name)
  if (format === null || format === 'unclear') return format
  const times = [...spellings].map((spelling) => splitTime(spelling).time)
  if (times.includes('') && times.length > 1) return null
  return writtenReading(format, { times, values, example: first })
}

const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const clock = /^([01]?\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d{1,6})?$/

/** RFC 3339. */
const zonedReading: DateReading = {
  type: 'TIMESTAMP WITH TIME ZONE',
  isPlain: false,
  sql: (column) => `CASE WHEN regexp_matches(${column}, ':[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$')
    THEN TRY_CAST(${column} AS TIMESTAMP WITH TIME ZONE) END`,
  readAs: null,
}

const clockReading: DateReading = {
  type: 'TIME',
  isPlain: false,
  sql: (column) =>
    `CASE WHEN length(${column}) < 16 AND NOT contains(${column}, '-') THEN TRY_CAST(${column} AS TIME) END`,
  readAs: null,
}

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const isWordOf = (word: string, words: readonly string[]) =>
  words.some((each) => each === word || each.slice(0, 3) === word)

/**
 * A value with its parts replaced: `Y` four digits, `C` eight, `n` one or two, `b` a month's name, `a` a weekday's,
 * `p` AM or PM. Null for what cannot be a date.
 */
function spellingOf(value: string): string | null {
  if (value.length > 40 || !/\d/.test(value)) return null
  let isDate = true
  const spelling = value
    .trim()
    .replace(/[A-Za-z]+|\d+/g, (part) => {
      const lower = part.toLowerCase()
      if (/^\d/.test(part)) return digits(part)
      if (lower === 't') return 'T'
      if (lower === 'am' || lower === 'pm') return 'p'
      if (isWordOf(lower, months)) return 'b'
      if (isWordOf(lower, weekdays)) return 'a'
      isDate = false
      return ''
    })
    .replace(/:n\.(n|Y|f)$/, ':n.f')
  return isDate ? spelling : null
}

function digits(part: string): string {
  if (part.length <= 2) return 'n'
  if (part.length === 4) return 'Y'
  return part.length === 8 ? 'C' : 'f'
}

function splitTime(spelling: string): { readonly day: string; readonly time: string } {
  const found = /(?:[ T]|, )n:n(?::n(?:\.f)?)?(?: ?p)?$/.exec(spelling)
  return found === null
    ? { day: spelling, time: '' }
    : { day: spelling.slice(0, found.index), time: spelling.slice(found.index) }
}

type DayFormat = { readonly format: string; readonly hasCentury: boolean }

/** Spellings that say by themselves what is what, as `strptime` formats without the names' lengths. */
const clearDays: Readonly<Record<string, string>> = {
  'Y-n-n': '%Y-%m-%d',
  'Y/n/n': '%Y/%m/%d',
  'Y.n.n': '%Y.%m.%d',
  'Y-n': '%Y-%m',
  'Y/n': '%Y/%m',
  'n/Y': '%m/%Y',
  'n-Y': '%m-%Y',
  'n b Y': '%d b %Y',
  'n b, Y': '%d b, %Y',
  'n. b Y': '%d. b %Y',
  'n-b-Y': '%d-b-%Y',
  'n/b/Y': '%d/b/%Y',
  'n.b.Y': '%d.b.%Y',
  'b n Y': 'b %d %Y',
  'b n, Y': 'b %d, %Y',
  'b. n, Y': 'b. %d, %Y',
  'b-n-Y': 'b-%d-%Y',
  'Y-b-n': '%Y-b-%d',
  'Y b n': '%Y b %d',
  'b Y': 'b %Y',
  'b, Y': 'b, %Y',
  'b-Y': 'b-%Y',
  'Y b': '%Y b',
}

function dayFormat(day: string, values: readonly string[], name: string): DayFormat | 'unclear' | null {
  const weekday = /^a(, | )/.exec(day)?.[0] ?? ''
  const rest = day.slice(weekday.length)
  const clear = Object.hasOwn(clearDays, rest) ? clearDays[rest] : undefined
  if (isSeasons(rest, values)) return null
  if (clear !== undefined) return { format: weekday + clear, hasCentury: true }
  if (rest === 'C' && weekday === '') return compactDays(values, name)
  if (/^n[-/.]n[-/.]Y$/.test(rest)) return orderedDays(rest, values, weekday)
  if (/^n([- ])b\1n$/.test(rest)) return shortYears(rest, values, weekday)
  return /^n([-/.])n\1n$/.test(rest) ? 'unclear' : null
}

/** `2013-14` is no month. */
function isSeasons(day: string, values: readonly string[]): boolean {
  const isNext = (value: string) => (Number(value.slice(0, 4)) + 1) % 100 === Number(value.slice(5))
  return /^Y[-/]n$/.test(day) && values.length > 1 && values.every(isNext)
}

const dateName = /date|day|datum|ymd|^dt$|_dt$|time/i

function compactDays(values: readonly string[], name: string): DayFormat | null {
  const isDate = (value: string) => /^(1[6-9]|20|21)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(value)
  return dateName.test(name) && values.every(isDate) ? { format: '%Y%m%d', hasCentury: true } : null
}

/** Day before month or after it: told by numbers above twelve, or by a first of every month over years. */
function orderedDays(spelling: string, values: readonly string[], prefix: string): DayFormat | 'unclear' | null {
  const separator = spelling[1] ?? '/'
  if (spelling[3] !== separator) return null
  const parsed = values.flatMap((value) => {
    const found = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(value)
    return found === null ? [] : [{ one: Number(found[1]), two: Number(found[2]), year: Number(found[3]) }]
  })
  const dayFirst: DayFormat = { format: `${prefix}%d${separator}%m${separator}%Y`, hasCentury: true }
  const monthFirst: DayFormat = { format: `${prefix}%m${separator}%d${separator}%Y`, hasCentury: true }
  const isOneDay = parsed.some(({ one }) => one > 12)
  const isTwoDay = parsed.some(({ two }) => two > 12)
  if (isOneDay && isTwoDay) return null
  if (isOneDay) return dayFirst
  if (isTwoDay) return monthFirst
  // Points are written where the day comes first.
  if (separator === '.') return dayFirst
  const years = new Set(parsed.map(({ year }) => year)).size
  const isMonthly = (constant: 'one' | 'two', other: 'one' | 'two') =>
    years > 1 && parsed.every((each) => each[constant] === 1) && new Set(parsed.map((each) => each[other])).size > 2
  if (isMonthly('one', 'two')) return dayFirst
  return isMonthly('two', 'one') ? monthFirst : 'unclear'
}

/** `31-Dec-98`: only where nobody can mean another century. */
function shortYears(spelling: string, values: readonly string[], prefix: string): DayFormat | 'unclear' {
  const isClear = values.every((value) => {
    const year = Number(/(\d{1,2})\D*$/.exec(value.replace(/[ T]\d{1,2}:.*$/, ''))?.[1])
    return year >= 70 || year <= 35
  })
  const separator = spelling[1] ?? '-'
  return isClear ? { format: `${prefix}%d${separator}b${separator}%y`, hasCentury: false } : 'unclear'
}

function writtenReading(
  { format, hasCentury }: DayFormat,
  {
    times,
    values,
    example,
  }: { readonly times: readonly string[]; readonly values: readonly string[]; readonly example: string },
): DateReading {
  const names = nameFormats(format, values)
  const formats = names.flatMap((each) => times.map((time) => each + timeFormat(time)))
  const isDate = times.every((time) => time === '')
  const type = isDate ? 'DATE' : 'TIMESTAMP'
  // `%Y` takes two digits for a year of antiquity. Not `BETWEEN`: planning thousands of those takes DuckDB minutes.
  const isMeant = (parsed: string) =>
    hasCentury
      ? `${parsed} >= TIMESTAMP '1000-01-01'`
      : `${parsed} >= TIMESTAMP '1970-01-01' AND ${parsed} < TIMESTAMP '2036-01-01'`
  return {
    type,
    isPlain: isDate && format === plainDateFormat,
    sql(column) {
      if (format === plainDateFormat && isDate)
        return `CASE WHEN length(${column}) <= 10 AND substr(${column}, 5, 1) = '-' THEN TRY_CAST(${column} AS DATE) END`
      const list = formats.map(literal)
      const parsed = `try_strptime(${column}, ${list.length === 1 ? list[0] : `[${list.join(', ')}]`})`
      return `CASE WHEN ${isMeant(parsed)} THEN ${parsed}::${type} END`
    },
    readAs: format === plainDateFormat ? null : `${isDate ? 'dates' : 'times'} written ${example}`,
  }
}

/** Names of months and weekdays may be short in one row and long in another (May is both). */
function nameFormats(format: string, values: readonly string[]): string[] {
  const weekday = values.some((value) => /^[A-Za-z]{4,}/.test(value)) ? '%A' : '%a'
  const withDay = format.replace(/^a(?=,? )/, weekday)
  if (!/(^|[^%A-Za-z])b/.test(withDay)) return [withDay]
  const lengths = new Set(values.flatMap((value) => monthLengths(value)))
  const kinds = [...(lengths.has('long') ? ['%B'] : []), ...(lengths.has('short') ? ['%b'] : [])]
  return kinds.map((kind) => withDay.replace(/(^|[^%A-Za-z])b/, (_, before: string) => before + kind))
}

function monthLengths(value: string): ('long' | 'short')[] {
  const word =
    value
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.find((each) => isWordOf(each, months)) ?? ''
  return [word.length > 3 ? 'long' : 'short']
}

function timeFormat(time: string): string {
  if (time === '') return ''
  const isTwelve = time.endsWith('p')
  const [separator = ''] = /^(?:[ T]|, )/.exec(time) ?? []
  const parts = time.slice(separator.length).replace(/ ?p$/, '').split(':')
  const hours = isTwelve ? '%I' : '%H'
  const seconds = parts[2] === undefined ? '' : parts[2].endsWith('.f') ? ':%S.%f' : ':%S'
  return `${separator}${hours}:%M${seconds}${isTwelve ? (time.endsWith(' p') ? ' %p' : '%p') : ''}`
}
