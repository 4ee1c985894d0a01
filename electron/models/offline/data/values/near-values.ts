import { lightWords } from '../../grammar/stop-words.ts'
import { isMisspelling, slipsAllowed } from '../../edit-distance.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import { valueKey } from './find-values.ts'
import { keyOfValue, textValues, type ValueSearch } from './search-values.ts'
import type { ValueHit } from '../request/request.ts'
import { literal } from '../sql/sql-parts.ts'
import type { Table } from '../columns/table-columns.ts'

const valuesPerColumn = 12
const shortestStem = 3
/** In words. What is longer is a text, and no name. */
const longestName = 8

/** Finds the values that hold a word of the same family as one of these, or one that is nearly the same. */
export function searchNear(words: readonly string[], table: Table): ValueSearch {
  const conditions = words.flatMap(conditionsFor)
  const matches = conditions.map((condition) => `CAST(${condition} AS INTEGER)`).join(' + ')
  const place = `row_number() OVER (PARTITION BY "column" ORDER BY ${matches} DESC, "value")`
  const ending = `WHERE ${conditions.join(' OR ')}\nQUALIFY ${place} <= ${valuesPerColumn}`
  const queriesFor = (part: Table) =>
    conditions.length === 0 ? [] : [`SELECT "column", "value" FROM (\n${textValues(part)}\n) ${ending}`]
  return { table, queriesFor }
}

function conditionsFor(word: string): string[] {
  const key = valueKey(word)
  if (lightWords.has(key)) return []
  const wordStems = stemsOf(word)
  if (wordStems.some((stem) => stem.length < shortestStem)) return []
  // "part-timers" is one word of a question and two of `part-time`.
  const holds = wordStems.map((stem) => `regexp_matches(${keyOfValue}, ${literal(`(^| )${stem}`)})`).join(' AND ')
  const slips = slipsAllowed(key)
  return slips === 0
    ? [`(${holds})`]
    : [`(${holds})`, `damerau_levenshtein(${keyOfValue}, ${literal(key)}) <= ${slips}`]
}

/** How the values of a table come near a phrase. `several` hold it, and nobody can say which is meant. */
export type NearValues = {
  readonly kind: 'one' | 'several'
  readonly hits: readonly ValueHit[]
  /** Of another family of words: it may as well be another word misspelt. */
  readonly isGuess: boolean
}

/** Values of the same family of words, else the ones that hold the phrase, else those it is a misspelling of. */
export function nearValues(phrase: string, hits: readonly ValueHit[]): NearValues | null {
  for (const isNear of [isSameFamily, isOfKind, holdsPhrase, isSlip]) {
    const found = hits.filter(({ value }) => isNear(phrase, value))
    if (found.length === 0) continue
    // "rainy" is light rain and heavy rain.
    if (isNear === isOfKind) return { kind: 'one', hits: found, isGuess: false }
    const isOne = new Set(found.map(({ value }) => valueKey(value))).size === 1
    return { kind: isOne ? 'one' : 'several', hits: found, isGuess: isNear !== isSameFamily }
  }
  return null
}

function isSameFamily(phrase: string, value: string): boolean {
  return stems(phrase) === stems(value)
}

/** The adjective of what a value ends with: "rainy" for "heavy rain". */
function isOfKind(phrase: string, value: string): boolean {
  const [last = '', ...more] = valueKey(value).split(' ').toReversed()
  return more.length > 0 && /^\p{L}{3,}y$/u.test(phrase) && phrase === `${last}y`
}

/** A sentence that happens to hold a word is not called so. */
function holdsPhrase(phrase: string, value: string): boolean {
  const words = wordsOfName(valueKey(phrase))
  const held = wordsOfName(valueKey(value))
  if (held.length > longestName && held.length > words.length * 3) return false
  if (isPlural(phrase) && value.split(/[/,;|&()]/).every((part) => goesOn(words, wordsOfName(valueKey(part)))))
    return false
  return words.join(' ').length >= shortestStem && ` ${held.join(' ')} `.includes(` ${words.join(' ')} `)
}

function isPlural(phrase: string): boolean {
  const last = phrase.split(' ').at(-1) ?? ''
  return last.endsWith('s') && normalWord(last) !== last
}

/** "doctors" are no "Doctor Office Attendant", though mugs are a "Mug 350 ml": what a thing is stands last. */
function goesOn(words: readonly string[], held: readonly string[]): boolean {
  const at = held.indexOf(words.at(-1) ?? '')
  const next = held[at + 1] ?? ''
  return at < 0 || /^\p{L}{3,}$/u.test(next)
}

function isSlip(phrase: string, value: string): boolean {
  return isMisspelling(valueKey(phrase), valueKey(value))
}

function stems(text: string): string {
  return stemsOf(text).join(' ')
}

/** "boxer's" is of the family of boxing, "cancellations" of cancelled. */
function stemsOf(text: string): readonly string[] {
  const words = valueKey(text.replace(/['’]s?$/u, '')).split(' ')
  return words.map((word) =>
    stemOf(word.replace(/(?<=\p{L}{5})ations?$/u, '')).replace(/(?<=\p{L}{3})(\p{L})\1$/u, '$1'),
  )
}
