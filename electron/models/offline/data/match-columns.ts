import { abbreviations } from '../grammar/abbreviations.ts'
import { synonyms } from '../grammar/synonyms.ts'
import { unitWords } from '../grammar/name-units.ts'
import { normalWord, stemOf, wordsOfName } from '../words.ts'
import type { Column } from './table-columns.ts'

/**
 * How well words name a column. `exact`: the whole name, whatever its spelling, order, abbreviations and unit.
 * `part`: among its words. `synonym`: initials, the beginning of a word, or another word for it.
 */
export type MatchLevel = 'exact' | 'part' | 'synonym'

export type ColumnMatch = { readonly level: MatchLevel; readonly columns: readonly Column[] }

/** The columns some words may name, by the best level any of them reaches; null when there is none. */
export function matchColumns(words: readonly string[], columns: readonly Column[]): ColumnMatch | null {
  const asked = words.map(normalWord)
  const named = columns.map((column) => ({ column, name: wordsOfColumn(column) }))
  for (const [level, fits] of levels) {
    const found = named.filter(({ name }) => name.length > 0 && fits(asked, name)).map(({ column }) => column)
    if (found.length === 0) continue
    const whole = found.filter((column) => isSaidWhole(asked, wordsOfColumn(column)))
    return { level, columns: whole.length > 0 && level === 'synonym' ? whole : found }
  }
  return null
}

/** Every question over a table asks for these dozens of times. */
const wordsOfColumns = new WeakMap<Column, readonly string[]>()

function wordsOfColumn(column: Column): readonly string[] {
  const words = wordsOfColumns.get(column) ?? wordsOfName(column.name)
  wordsOfColumns.set(column, words)
  return words
}

type Fits = (asked: readonly string[], name: readonly string[]) => boolean

const levels: readonly (readonly [MatchLevel, Fits])[] = [
  ['exact', (asked, name) => asked.join(' ') === name.join(' ')],
  ['exact', (asked, name) => asked.join('') === name.join('')],
  ['exact', (asked, name) => inFull(asked) === inFull(name) || inFull(asked) === inFull(withoutUnit(name))],
  ['part', (asked, name) => asked.every((word) => name.includes(word))],
  ['part', (asked, name) => includesAll(name.map(longForm), asked.map(longForm))],
  ['synonym', (asked, name) => asked.length === 1 && name.length > 1 && asked[0] === initials(name)],
  ['synonym', (asked, name) => synonymGroups.some((group) => group.has(asked.join(' ')) && namesOneOf(group, name))],
  ['synonym', (asked, name) => asked.every((word) => name.some((each) => isSameFamily(word, each)))],
  ['synonym', (asked, name) => asked.every((word) => name.some((each) => isNearly(word, each)))],
]

/** Whether every word of a name was said: "closing price" is `Close`, and only a part of `Adj Close`. */
function isSaidWhole(asked: readonly string[], name: readonly string[]): boolean {
  const isNamed = synonymGroups.some((group) => group.has(asked.join(' ')) && group.has(name.join(' ')))
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

function includesAll(name: readonly string[], asked: readonly string[]): boolean {
  return asked.every((word) => name.includes(word))
}

function initials(name: readonly string[]): string {
  return name.map((word) => word.slice(0, 1)).join('')
}

const synonymGroups = synonyms.map((group) => new Set(group.map((phrase) => wordsOfName(phrase).join(' '))))

/** Whether these words together are another word for something. */
export function isSynonymPhrase(words: readonly string[]): boolean {
  const phrase = words.map(normalWord).join(' ')
  return words.length > 1 && synonymGroups.some((group) => group.has(phrase))
}

function namesOneOf(group: ReadonlySet<string>, name: readonly string[]): boolean {
  return group.has(name.join(' ')) || name.some((word) => group.has(word))
}

/** "directed" and director, "rated" and rating. */
function isSameFamily(a: string, b: string): boolean {
  return stemOf(a).length >= shortestStem && stemOf(a) === stemOf(b)
}

/** "life expectancy" is `life_expect`: one word as it is, the other shortened. */
function isNearly(a: string, b: string): boolean {
  return a === b || isSameFamily(a, b) || isBeginning(a, b)
}

const shortestStem = 3
const shortestBeginning = 4

/** "preci" for precipitation and the other way round. A word with synonyms of its own is no abbreviation: "sales" is not salesman. */
function isBeginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < shortestBeginning || long.length - short.length < 4) return false
  return long.startsWith(short) && !synonymGroups.some((group) => group.has(short))
}
