import { numberWords, ordinalWords } from '../../grammar/number-words.ts'
import { rangeWords } from '../../grammar/structure-words.ts'
import { monthNames, months, yearEnds, yearParts } from '../../grammar/time-words.ts'
import { normalWord } from '../../words.ts'
import { isDay, type TimePoint } from './calendar.ts'
import { own, wordAt } from './grammar-entries.ts'
import type { Token } from './split-question.ts'

export type PointRead = { readonly point: TimePoint; readonly length: number }

/** A time from `at` that names at least a month, quarter or half: "5 March 2014", "Q1 of 2014", "first half". */
export function readTimePoint(tokens: readonly Token[], at: number): PointRead | null {
  return (
    readFigureDate(tokens[at]) ??
    readDayMonth(tokens, at) ??
    readMonthDay(tokens, at) ??
    readMonth(tokens, at) ??
    readEndOfYear(tokens, at) ??
    readPartOfYear(tokens, at)
  )
}

/** Dates in figures that can be read in one way: ISO, with dots (day first), with slashes where one number is over 12. */
function readFigureDate(token: Token | undefined): PointRead | null {
  if (token?.kind !== 'date') return null
  const parts = token.text.split(/[-./]/).map(Number)
  const [a = 0, b = 0, c] = parts
  if (c === undefined && b > 31)
    return { point: { year: b, month: a, months: 1, day: null, name: nameOf(a) }, length: 1 }
  if (c === undefined) return { point: { year: a, month: b, months: 1, day: null, name: nameOf(b) }, length: 1 }
  const isYearFirst = a > 31
  const isDayFirst = token.text.includes('.') || a > 12
  const [year, month, day] = isYearFirst ? [a, b, c] : isDayFirst ? [c, b, a] : [c, a, b]
  return dayRead({ day, month, year }, 1)
}

/** Both days a date with slashes may mean; null when it is no such date. */
export function twoDates(token: Token | undefined): readonly [string, string] | null {
  const match = token?.kind === 'date' ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(token.text) : null
  const [a, b, year] = (match?.slice(1) ?? []).map((part) => part.padStart(2, '0'))
  if (a === undefined || b === undefined || a === b || Number(a) > 12 || Number(b) > 12) return null
  return [`${year}-${a}-${b}`, `${year}-${b}-${a}`]
}

/** "5 March 2014", "the 5th of March" */
function readDayMonth(tokens: readonly Token[], at: number): PointRead | null {
  const day = dayOfMonth(tokens[at])
  const of = wordAt(tokens, at + 1) === 'of' ? 1 : 0
  const month = own(months, wordAt(tokens, at + 1 + of))
  if (day === null || month === undefined) return null
  const year = yearAt(tokens, at + 2 + of)
  return dayRead({ day, month, year: year?.year ?? null }, 2 + of + (year?.length ?? 0))
}

/** "March 5th, 2014", "March 5" */
function readMonthDay(tokens: readonly Token[], at: number): PointRead | null {
  const month = own(months, wordAt(tokens, at))
  const day = dayOfMonth(tokens[at + 1])
  if (month === undefined || day === null) return null
  const year = yearAt(tokens, at + 2)
  return dayRead({ day, month, year: year?.year ?? null }, 2 + (year?.length ?? 0))
}

/** "the 1st" of "the 1st and the 14th of March 2024": its month is said with the other day. */
export function readSharedDay(tokens: readonly Token[], at: number): PointRead | null {
  const day = dayOfMonth(tokens[at])
  const joint = wordAt(tokens, at + 1)
  const next = at + (wordAt(tokens, at + 2) === 'the' ? 3 : 2)
  const other = rangeWords.has(joint) || joint === 'and' || joint === 'or' ? readDayMonth(tokens, next) : null
  if (day === null || other === null) return null
  return dayRead({ day, month: other.point.month, year: other.point.year }, 1)
}

function readMonth(tokens: readonly Token[], at: number): PointRead | null {
  const month = own(months, wordAt(tokens, at))
  if (month === undefined) return null
  const year = yearAt(tokens, at + 1)
  return {
    point: { year: year?.year ?? null, month, months: 1, day: null, name: nameOf(month) },
    length: 1 + (year?.length ?? 0),
  }
}

/** "the last three months of 2022": counted within that year. */
function readEndOfYear(tokens: readonly Token[], at: number): PointRead | null {
  const end = own(yearEnds, wordAt(tokens, at))
  const count =
    tokens[at + 1]?.kind === 'number' ? Number(tokens[at + 1]?.text) : own(numberWords, wordAt(tokens, at + 1))
  const unit = at + (count === undefined ? 1 : 2)
  const span = own({ month: 1, ...yearParts }, normalWord(wordAt(tokens, unit)))
  const year = yearAt(tokens, unit + 1)
  const length = span === undefined ? 0 : span * (count ?? 1)
  if (end === undefined || year === null || !Number.isInteger(length) || length < 1 || length > 12) return null
  const whole = count === undefined && length > 1 ? partOfYear(length, end === 'first' ? 1 : 12 / length, 1) : null
  if (whole !== null) return { point: { ...whole.point, year: year.year }, length: unit + 1 + year.length - at }
  const month = end === 'first' ? 1 : 13 - length
  const name = length === 1 ? nameOf(month) : `${nameOf(month)} to ${nameOf(month + length - 1)}`
  return { point: { year: year.year, month, months: length, day: null, name }, length: unit + 1 + year.length - at }
}

/** "Q1 2014", "2014 Q1", "first quarter of 2014", "H2 2014", "second half" */
function readPartOfYear(tokens: readonly Token[], at: number): PointRead | null {
  const leading = yearAt(tokens, at)
  const dash = leading !== null && wordAt(tokens, at + leading.length) === '-' ? 1 : 0
  const start = leading === null ? at : at + leading.length + dash
  const joined = joinedPart(tokens[at])
  if (joined !== null) return joined
  const part = shortPart(wordAt(tokens, start)) ?? ordinalPart(tokens, start)
  if (part === null) return null
  const year = leading ?? yearAt(tokens, start + part.length)
  return {
    point: { ...part.point, year: year?.year ?? null },
    length: dash + part.length + (year?.length ?? 0),
  }
}

/** "Q1-2023", "2023Q1" */
function joinedPart(token: Token | undefined): PointRead | null {
  const text = token?.kind === 'word' ? token.text.toLowerCase() : ''
  const [, part = '', year] =
    /^([qh][1-4])[-_]?(\d{4})$/.exec(text) ?? /^(?=\d{4}[-_]?([qh][1-4])$)(\d{4})/.exec(text) ?? []
  const read = year === undefined ? null : shortPart(part)
  return read === null ? null : { point: { ...read.point, year: Number(year) }, length: 1 }
}

function shortPart(word: string): PointRead | null {
  const [, letter, number] = /^([qh])([1-4])$/.exec(word) ?? []
  return letter === undefined ? null : partOfYear(letter === 'q' ? 3 : 6, Number(number), 1)
}

function ordinalPart(tokens: readonly Token[], at: number): PointRead | null {
  const word = wordAt(tokens, at)
  const ordinal = own(ordinalWords, word) ?? Number(/^([1-4])(?:st|nd|rd|th)$/.exec(word)?.[1] ?? 0)
  const length = own(yearParts, normalWord(wordAt(tokens, at + 1)))
  return length === undefined || ordinal === 0 ? null : partOfYear(length, ordinal, 2)
}

function partOfYear(span: number, ordinal: number, length: number): PointRead | null {
  if (ordinal * span > 12) return null
  const name = span === 3 ? `Q${ordinal}` : `the ${ordinal === 1 ? 'first' : 'second'} half of`
  return { point: { year: null, month: (ordinal - 1) * span + 1, months: span, day: null, name }, length }
}

/** "2014", "of 2014", "in 2014", "'14" */
function yearAt(tokens: readonly Token[], at: number): { readonly year: number; readonly length: number } | null {
  const filler = ['of', 'in', '/'].includes(wordAt(tokens, at)) ? 1 : 0
  const token = tokens[at + filler]
  const short = /^['’](\d\d)$/.exec(token?.text ?? '')?.[1]
  if (short !== undefined) return { year: Number(short) + (Number(short) < 50 ? 2000 : 1900), length: filler + 1 }
  const isYear = token?.kind === 'number' && /^(1[0-9]|20|21)\d\d$/.test(token.text)
  return isYear ? { year: Number(token.text), length: filler + 1 } : null
}

function dayOfMonth(token: Token | undefined): number | null {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.text.toLowerCase() ?? '') ?? []
  const day = Number(digits ?? 0)
  return token?.kind !== 'date' && day >= 1 && day <= 31 ? day : null
}

/** Null for 31 February. Without a year, 29 February is one. */
function dayRead(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year: number | null },
  length: number,
): PointRead | null {
  if (!isDay(year ?? 2000, month, day)) return null
  return { point: { year, month, months: 1, day, name: `${day} ${nameOf(month)}` }, length }
}

function nameOf(month: number): string {
  return monthNames[month - 1] ?? ''
}
