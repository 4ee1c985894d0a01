import { comparisonWords, trailingComparisons } from '../../grammar/comparisons.ts'
import { rangeWords, structureWords } from '../../grammar/structure-words.ts'
import { decadeNames, relativeWords, timeUnits, weekdays } from '../../grammar/time-words.ts'
import { normalWord } from '../../words.ts'
import { periodOf, type TimePoint } from './calendar.ts'
import type { Phrase, Read, Said } from './phrase.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { readSharedDay, readTimePoint, twoDates } from './read-time-point.ts'
import type { Token } from './split-question.ts'

/** A time from `at`: a day, a stretch, several of them, a weekday, a decade, or one counted from the newest date. */
export function readDates(tokens: readonly Token[], at: number): Read | null {
  const dates = twoDates(tokens[at])
  if (dates !== null) return { said: { kind: 'two-dates', dates }, length: 1 }
  return readPoints(tokens, at) ?? readDecade(tokens, at) ?? readWeekdays(tokens, at) ?? readRelative(tokens, at)
}

/** "March 2022 onwards", "from March 2022 on": what compares a time may follow it. */
export function readOnward(tokens: readonly Token[], at: number, last: Phrase | undefined): Read | null {
  if (last?.kind !== 'periods' || last.to !== tokens[at - 1]?.to) return null
  const isOn =
    wordAt(tokens, at) === 'on' &&
    (tokens[at + 1] === undefined || longestEntry(tokens, at + 1, (words) => own(structureWords, words)) !== null)
  const trailing = isOn
    ? { entry: '>=' as const, length: 1 }
    : longestEntry(tokens, at, (words) => own(trailingComparisons, words))
  const said = { kind: 'comparison', comparison: trailing?.entry ?? '>=', isOfTime: true, quality: null } as const
  return trailing === null ? null : { said, length: trailing.length }
}

/** One time, several ("March and May 2014"), or from one to another ("between March and May 2014"). */
function readPoints(tokens: readonly Token[], at: number): Read | null {
  const first = readTimePoint(tokens, at) ?? readSharedDay(tokens, at)
  if (first === null) return null
  const points = [first.point]
  let length = first.length
  let isRange = false
  const isBetween = wordAt(tokens, wordAt(tokens, at - 1) === 'the' ? at - 2 : at - 1) === 'between'
  for (;;) {
    const word = wordAt(tokens, at + length)
    const the = wordAt(tokens, at + length + 1) === 'the' ? 1 : 0
    const next = readTimePoint(tokens, at + length + 1 + the)
    const joins = rangeWords.has(word) || word === 'and' || word === 'or'
    if (next === null || !joins || isRange) break
    isRange = rangeWords.has(word) || (isBetween && word === 'and')
    if (isRange && points.length > 1) return null
    points.push(next.point)
    length += 1 + the + next.length
  }
  const said = sayPoints(withSharedYear(points), isRange)
  const isSure = points.some(({ year }) => year !== null) || isRange || points.length > 1 || isPlaced(tokens, at)
  return said === null || !isSure ? null : { said, length }
}

/** "March and May 2014": a year said last is meant for all. */
function withSharedYear(points: readonly TimePoint[]): readonly TimePoint[] {
  const last = points.at(-1)?.year ?? null
  const isSaidLast = points.slice(0, -1).every(({ year }) => year === null)
  return isSaidLast ? points.map((point) => ({ ...point, year: last })) : points
}

function sayPoints(points: readonly TimePoint[], isRange: boolean): Said | null {
  const [first, second] = points
  if (first === undefined) return null
  if (points.every(({ year }) => year !== null)) {
    if (!isRange || second === undefined)
      return { kind: 'periods', periods: points.map((point) => periodOf(point, point)), ends: null }
    const ends = [periodOf(first, first), periodOf(second, second)] as const
    return { kind: 'periods', periods: [periodOf(first, second)], ends }
  }
  // Without a year: the same months of all years. A day of every year is not read, and neither is a mixture.
  if (points.some(({ year, day }) => year !== null || day !== null)) return null
  const last = isRange && second !== undefined ? second : first
  const spans = isRange ? [{ from: first.month, to: last.month + last.months - 1 }] : points.map(spanOf)
  const ends = isRange && second !== undefined ? ([monthsOf(spanOf(first)), monthsOf(spanOf(second))] as const) : null
  return { kind: 'part', part: 'month', values: [...new Set(spans.flatMap(monthsOf))], ends }
}

function spanOf({ month, months }: TimePoint): { readonly from: number; readonly to: number } {
  return { from: month, to: month + months - 1 }
}

/** Across the new year where the end comes first: "from November to February". */
function monthsOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  const count = ((to - from + 12) % 12) + 1
  return Array.from({ length: count }, (_, index) => ((from - 1 + index) % 12) + 1)
}

/** "may" and "march" are verbs too: a month by itself stands after a preposition or another word of the grammar. */
function isPlaced(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1)
  return (
    before === 'and' ||
    before === 'or' ||
    before === 'not' ||
    own(structureWords, before) !== undefined ||
    own(comparisonWords, before) !== undefined ||
    !['may', 'march', 'mar', 'jan', 'dec', 'sep'].includes(wordAt(tokens, at))
  )
}

/** "the 1970s", "the nineties", "the 90s" */
function readDecade(tokens: readonly Token[], at: number): Read | null {
  const word = wordAt(tokens, at).replace(/^['’]|['’](?=s$)/g, '')
  const written = /^(1\d|20)\d0s$/.test(word) ? Number(word.slice(0, 4)) : null
  const short = /^[3-9]0s$/.test(word) ? 1900 + Number(word.slice(0, 2)) : null
  const decade = written ?? short ?? own(decadeNames, word)
  if (decade === undefined) return null
  return { said: { kind: 'range', low: decade, high: decade + 9, unit: null }, length: 1 }
}

function readWeekdays(tokens: readonly Token[], at: number): Read | null {
  const known = (words: string) => own(weekdays, words.split(' ').map(normalWord).join(' '))
  const first = longestEntry(tokens, at, known)
  return first === null
    ? null
    : { said: { kind: 'part', part: 'weekday', values: first.entry, ends: null }, length: first.length }
}

/** "last year", "latest month", "the last 3 months" */
function readRelative(tokens: readonly Token[], at: number): Read | null {
  const pointer = longestEntry(tokens, at, (words) => own(relativeWords, words))
  if (pointer === null) return null
  const token = tokens[at + pointer.length]
  const counted = token?.kind === 'number' && /^[1-9]\d{0,3}$/.test(token.text) ? 1 : 0
  const place = at + pointer.length + counted
  const unit = own(timeUnits, normalWord(wordAt(tokens, place)))
  if (unit === undefined || unit === 'hour' || unit === 'weekday') return null
  const length = pointer.length + counted + 1
  const words = tokens.slice(at, at + length).map(({ text }) => text)
  const relative = { to: pointer.entry, count: counted === 1 ? Number(token?.text) : 1, unit, words: words.join(' ') }
  return { said: { kind: 'relative', relative }, length }
}
