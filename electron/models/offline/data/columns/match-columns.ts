import { pieceWords } from '../../grammar/qualities.ts'
import { abbreviations } from '../../grammar/abbreviations.ts'
import { synonyms } from '../../grammar/synonyms.ts'
import { countsOrNames, dayWords, genericTails, measureWords, unitWords } from '../../grammar/name-units.ts'
import { isTotalOfMoney } from './total-of-money.ts'
import { isSameFamily, normalWord, stemOf, wordsOfName } from '../../words.ts'
import { own } from '../words/grammar-entries.ts'
import { eventFamilies, eventForms, meet } from './event-families.ts'
import { isOtherKind } from './is-other-kind.ts'
import { eventWordsOf, isIdentifier, isNumeric, isTemporal, type Column } from './table-columns.ts'
import { unitOf } from '../words/unit-of.ts'

/**
 * How well words name a column. `exact`: the whole name, whatever its spelling, order, abbreviations and unit.
 * `part`: among its words. `synonym`: initials, the beginning of a word, or another word for it.
 */
export type MatchLevel = 'exact' | 'part' | 'synonym'

export type ColumnMatch = { readonly level: MatchLevel; readonly columns: readonly Column[] }

/** The columns some words may name, by the best level any of them reaches; null when there is none. */
export function matchColumns(words: readonly string[], columns: readonly Column[]): ColumnMatch | null {
  const matches = matchesOf.get(columns) ?? new Map<string, ColumnMatch | null>()
  matchesOf.set(columns, matches)
  const key = words.join('\n')
  const known = matches.get(key)
  if (known !== undefined) return known
  const match = findMatch(words, columns)
  matches.set(key, match)
  return match
}

/** Every reading of a question asks for the same words over the same columns again. */
const matchesOf = new WeakMap<readonly Column[], Map<string, ColumnMatch | null>>()

function findMatch(words: readonly string[], columns: readonly Column[]): ColumnMatch | null {
  const asked = words.map(normalWord)
  const [only = '', ...more] = words
  const isOther = (column: Column) => more.length === 0 && isOtherThing(only, column)
  const named = columns.map((column) => ({ column, name: wordsOfColumn(column) }))
  // "tool category" is no `tool` where there is a `category`.
  const namesTail = more.length > 0 && named.some(({ name }) => name.join(' ') === asked.at(-1))
  for (const [level, fits] of levels) {
    if (namesTail && fits === saysKind) continue
    const found = named
      .filter(({ name, column }) => name.length > 0 && fits(asked, name, column))
      .map(({ column }) => column)
      .filter((column) => level === 'exact' || !isOther(column))
    if (found.length === 0) continue
    const figures = level === 'synonym' ? found.filter((column) => !isIdentifier(column)) : found
    const meant = figures.length > 0 ? figures : found
    const whole = meant.filter((column) => isSaidWhole(asked, wordsOfColumn(column)))
    return { level, columns: whole.length > 0 && level === 'synonym' ? whole : meant }
  }
  return null
}

/** "room type" for `room`. */
function saysKind(asked: readonly string[], name: readonly string[]): boolean {
  return genericTails.has(asked.at(-1) ?? '') && asked.slice(0, -1).join(' ') === name.join(' ')
}

/** "guests" are neither their score nor their country: a plural is no column that says something of each of them. */
function isOtherThing(word: string, column: Column): boolean {
  const plain = word.toLowerCase()
  const single = normalWord(word)
  const name = wordsOfColumn(column)
  if (isDoer(single, column) || isOtherKind(plain, column)) return true
  const [first, last = ''] = [name[0], name.at(-1)]
  if (single === plain || !plain.endsWith('s') || name.length < 2 || first !== single) return false
  // The "countries" of `country_of_origin` are what it holds.
  if (name[1] === 'of' && !countsOrNames.has(first)) return false
  // The "performances" of a `performance_date` say which date.
  if (isTemporal(column) && eventWordsOf(column).length === 1 && /(?:ance|ence|ment|tion|sion)$/.test(single))
    return false
  return !column.name.toLowerCase().includes(plain) && !countsOrNames.has(last) && !unitWords.has(last)
}

/** "finishers" are no `finish_minutes`. */
function isDoer(word: string, column: Column): boolean {
  const name = wordsOfColumn(column)
  // "screenings" are no `Screen`.
  if (word.endsWith('ing') && !isNumeric(column) && !isTemporal(column)) return name.join(' ') === stemOf(word)
  return word.endsWith('er') && isNumeric(column) && !name.includes(word) && name.some((each) => each === stemOf(word))
}

/** Every question over a table asks for these dozens of times. */
const wordsOfColumns = new WeakMap<Column, readonly string[]>()

function wordsOfColumn(column: Column): readonly string[] {
  const words = wordsOfColumns.get(column) ?? wordsOfName(column.name)
  wordsOfColumns.set(column, words)
  return words
}

type Fits = (asked: readonly string[], name: readonly string[], column: Column) => boolean

const levels: readonly (readonly [MatchLevel, Fits])[] = [
  ['exact', (asked, name) => asked.join(' ') === name.join(' ')],
  ['exact', (asked, name) => asked.join('') === name.join('')],
  ['exact', (asked, name) => inFull(asked) === inFull(name) || inFull(asked) === inFull(withoutUnit(name))],
  ['exact', (asked, name, column) => saysMeasure(asked, name, column) && isNamedBefore(asked, name)],
  ['exact', (asked, name) => asked.length > 1 && endsWithUnit(asked, name) && isNamedBefore(asked, name)],
  // "minutes practised" are `practised_min`.
  ['exact', (asked, name) => asked.length === 2 && endsWithUnit(asked.toReversed(), name) && asked[1] === name[0]],
  ['exact', saysKind],
  ['exact', (asked, name, column) => saysCount(asked, name, column)],
  ['part', (asked, name) => asked.length === 1 && endsWithUnit(asked, name) && isMeasuredSo(name)],
  ['part', (asked, name) => asked.every((word) => name.includes(word)) && !isOnlyPiece(asked, name)],
  ['part', (asked, name) => endsWithUnit(asked, name) && includesAll(name, asked.slice(0, -1))],
  ['part', (asked, name) => includesAll(name.map(longForm), asked.map(longForm))],
  ['part', (asked, name, column) => saysMeasure(asked, name, column)],
  // "date issued" is `Issued`.
  ['part', (asked, name, column) => isDated(asked[0] ?? '', column) && saysMeasure(asked.toReversed(), name, column)],
  ['synonym', (asked, name) => asked.length === 1 && name.length > 1 && asked[0] === initials(name)],
  ['synonym', (asked, name) => groupsOf(asked.join(' ')).some((group) => namesOneOf(group, name))],
  ['synonym', (asked, name) => asked.length > 1 && asked.length === name.length && meanTheSame(asked, name)],
  [
    'synonym',
    (asked, name, column) =>
      asked.every((word) => name.some((each, at) => isSameFamily(word, each) && !isOtherDeed(word, at, column))),
  ],
  [
    'synonym',
    (asked, name, column) =>
      asked.every((word) => name.some((each, at) => isNearly(word, each) && !isOtherDeed(word, at, column))),
  ],
  ['synonym', (asked, name) => asked.length === 1 && isMeasureOf(asked[0] ?? '', name)],
  ['synonym', (asked, _, column) => isTotalOfMoney(asked, column)],
]

/** "adopted" is not the `adoption_fee`, though "grossed" is the `US Gross`: a deed is no figure that it only belongs to. */
function isOtherDeed(word: string, at: number, column: Column): boolean {
  const name = wordsOfColumn(column)
  return word.endsWith('ed') && isNumeric(column) && name.length > 1 && at < withoutUnit(name).length - 1
}

/** "ticket income" is `ticket_revenue`: word by word the same, or another word for it. */
function meanTheSame(asked: readonly string[], name: readonly string[]): boolean {
  const isSame = (word: string, each: string) => word === each || groupsOf(word).some((group) => group.has(each))
  return asked.some((word, at) => word === name[at]) && asked.every((word, at) => isSame(word, name[at] ?? ''))
}

/** "time" is `finish_minutes`, where nothing else is. */
function isMeasureOf(word: string, name: readonly string[]): boolean {
  return name.length > 1 && (own(measureWords, word)?.includes(name.at(-1) ?? '') ?? false)
}

/** Whether every word of a name was said: "closing price" is `Close`, and only a part of `Adj Close`. */
function isSaidWhole(asked: readonly string[], name: readonly string[]): boolean {
  const isNamed = groupsOf(asked.join(' ')).some((group) => group.has(name.join(' ')))
  return isNamed || name.every((each) => asked.some((word) => isNearly(word, each)))
}

/** Words in full and in one order: "max temp" is `temperature_maximum`. */
function inFull(words: readonly string[]): string {
  return words.map(longForm).sort().join(' ')
}

function longForm(word: string): string {
  return Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word
}

/** `Weight_in_lbs` without "in lb", `power (hp)` as it is: there the unit is what people call it. */
function withoutUnit(name: readonly string[]): readonly string[] {
  const last = name.at(-1) ?? ''
  if (name.length < 2 || !unitWords.has(last)) return name
  return name.slice(0, name.at(-2) === 'in' && name.length > 2 ? -2 : -1)
}

/** "waiting time" is `waiting_minutes`, "battery voltage" is `batteryVolts`: the last word says what the unit measures. */
function saysMeasure(asked: readonly string[], name: readonly string[], column: Column): boolean {
  const [last = '', ...more] = asked.toReversed()
  const units = Object.hasOwn(measureWords, last) ? (measureWords[last] ?? []) : []
  const isMeasured = name.some((word) => units.includes(word)) || isDated(last, column)
  return (
    more.length > 0 && isMeasured && more.every((word) => name.some((each) => each === word || isSameEvent(word, each)))
  )
}

/** "the follow-up date", "the leaving time" */
function isDated(word: string, column: Column): boolean {
  return isTemporal(column) && (dayWords.has(word) || (word === 'time' && column.type !== 'DATE'))
}

/** "spoiled kilos" is `spoiled_kg`, however the unit is written. */
function endsWithUnit(asked: readonly string[], name: readonly string[]): boolean {
  const unit = unitOf(asked.at(-1) ?? '')
  return unit !== null && name.length > 1 && unitOf(name.at(-1) ?? '') === unit
}

/** "page count" is `pages`: the number is in the column, and not of rows. */
function saysCount(asked: readonly string[], name: readonly string[], column: Column): boolean {
  return asked.at(-1) === 'count' && isNumeric(column) && asked.slice(0, -1).join(' ') === name.join(' ')
}

/** `weight_kg` is what kilograms are of, and `spoiled_kg` is not. */
function isMeasuredSo(name: readonly string[]): boolean {
  const unit = name.at(-1) ?? ''
  return name.slice(0, -1).some((word) => own(measureWords, word)?.includes(unit))
}

/** A `ratePerWord` is no number of words. */
function isOnlyPiece(asked: readonly string[], name: readonly string[]): boolean {
  const per = name.indexOf('per')
  return per > 0 && asked.every((word) => !name.slice(0, per + 1).includes(word))
}

/** The leaving date is `left_on`, the collection date `collected`. */
function isSameEvent(word: string, named: string): boolean {
  if (isSameFamily(word, named)) return true
  const [asked, told] = [eventForms([word]), eventForms([named])]
  return eventFamilies.some((family) => meet(asked, family) && meet(told, family))
}

function isNamedBefore(asked: readonly string[], name: readonly string[]): boolean {
  return [name, withoutUnit(name)].some((each) => each.join(' ') === asked.slice(0, -1).join(' '))
}

function includesAll(name: readonly string[], asked: readonly string[]): boolean {
  return asked.every((word) => name.includes(word))
}

function initials(name: readonly string[]): string {
  return name.map((word) => word.slice(0, 1)).join('')
}

/** The groups a phrase is in, by the phrase: every word is looked up among hundreds, against every column. */
const groupsOfPhrase = new Map<string, ReadonlySet<string>[]>()
for (const phrases of synonyms) {
  const group = new Set(phrases.map((phrase) => wordsOfName(phrase).join(' ')))
  for (const phrase of group) groupsOfPhrase.set(phrase, [...(groupsOfPhrase.get(phrase) ?? []), group])
}

function groupsOf(phrase: string): readonly ReadonlySet<string>[] {
  return groupsOfPhrase.get(phrase) ?? []
}

/** Whether these words together are another word for something. */
export function isSynonymPhrase(words: readonly string[]): boolean {
  const phrase = words.map(normalWord).join(' ')
  return words.length > 1 && groupsOfPhrase.has(phrase)
}

function namesOneOf(group: ReadonlySet<string>, name: readonly string[]): boolean {
  return group.has(name.join(' ')) || name.some((word) => group.has(word) && !(name.length > 1 && pieceWords.has(word)))
}

/** "life expectancy" is `life_expect`: one word as it is, the other shortened. */
function isNearly(a: string, b: string): boolean {
  return a === b || isSameFamily(a, b) || isBeginning(a, b)
}

const shortestBeginning = 4

/** "preci" for precipitation and the other way round. A word with synonyms of its own is no abbreviation: "sales" is not salesman. */
function isBeginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // "full-timers" are no `full_name`.
  if (short.length < shortestBeginning || long.length - short.length < 4 || long.includes('-')) return false
  return long.startsWith(short) && !groupsOfPhrase.has(short)
}
