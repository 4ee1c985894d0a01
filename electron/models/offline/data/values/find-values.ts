import { namesOfStates, otherNames } from '../../grammar/other-names.ts'
import { groupNouns, kindNouns } from '../../grammar/row-nouns.ts'
import { normalWord, withoutAccents, wordsOfName } from '../../words.ts'
import type { ValueHit, ValueLookup } from '../request/request.ts'

const longestValue = 4

/** Every run of neighbouring words that may be a value, as it is looked up. */
export function valuePhrases(words: readonly string[], isQuoted: boolean): string[] {
  if (isQuoted) return words.map((word) => word.toLowerCase())
  const phrases: string[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + longestValue); to++) {
      phrases.push(words.slice(from, to).join(' ').toLowerCase())
    }
  }
  return phrases
}

/**
 * How a value may be spelt for a phrase, nearest first: as it is, without accents and marks, as an owner ("Oregon's"),
 * as one or many, by another name.
 */
export function valueForms(phrase: string): readonly (readonly string[])[] {
  const key = valueKey(phrase)
  // A mark alone is no word, of which there may be several.
  if (key === '') return [[phrase]]
  const words = key.split(' ')
  const single = words.map(normalWord).join(' ')
  const lastSingle = [...words.slice(0, -1), normalWord(words.at(-1) ?? '')].join(' ')
  const owner = valueKey(phrase.replace(/['’]s?$/u, ''))
  return [
    [phrase],
    [key],
    [owner],
    [single, lastSingle, plural(lastSingle)],
    namesFor([key, owner, normalWord(owner), single, lastSingle]),
  ]
}

/** Of a word in the form of `normalWord`, which ends "movies" in y. */
function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** A value or phrase as two of them are compared: lower case, no accents, words apart by one blank. */
export function valueKey(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The hits that are nearest to a phrase. A value of fewer than three letters must be spelt as it is: C is not C++. */
export function nearestHits(phrase: string, hits: readonly ValueHit[]): readonly ValueHit[] {
  for (const forms of valueForms(phrase)) {
    const found = hits.filter(({ value, column }) => {
      if (value.trim().length === 1 && phrase.length > 1 && !isOfSex(column)) return false
      if (value.trim().length === 2 && phrase.length > 2 && !isCodeOf(phrase, column)) return false
      const plain = value.trim().toLowerCase()
      const key = valueKey(value)
      return forms.includes(plain) || (key.length >= 3 && forms.includes(key))
    })
    if (found.length > 0) return found
  }
  return []
}

/** `M` is a man where a column tells the sex, and else a size. */
/** In a column of states CA is California, in one of countries Canada. */
function isCodeOf(phrase: string, column: string): boolean {
  const words = wordsOfName(column)
  const isState = states.has(valueKey(phrase))
  if (words.includes('state')) return isState
  return !isState || !words.some((word) => /^(country|nation|nationality)$/.test(word))
}

const states: ReadonlySet<string> = new Set(namesOfStates.flat())

function isOfSex(column: string): boolean {
  return wordsOfName(column).some((word) => word === 'sex' || word === 'gender')
}

const groupsByName = Map.groupBy(
  otherNames.flatMap((group) => group.map((name) => ({ name, group }))),
  ({ name }) => name,
)

function namesFor(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => (groupsByName.get(phrase) ?? []).flatMap(({ group }) => group))
}

export type FoundValues = {
  readonly hits: readonly { readonly phrase: string; readonly columns: ReadonlyMap<string, readonly string[]> }[]
  readonly unexplained: readonly string[]
}

/** Reads words as values, longest first. `column` is the one they must belong to, when the question says so. */
export function findValues(
  words: readonly string[],
  of: { readonly lookup: NonNullable<ValueLookup>; readonly column: string | null; readonly isQuoted: boolean },
): FoundValues {
  const hits: { phrase: string; columns: Map<string, string[]> }[] = []
  const unexplained: string[] = []
  let endOfHit = -1
  for (let at = 0; at < words.length;) {
    const found = longestAt(words, at, of)
    // "class 7A", "the sales team": what kind of thing the value is.
    const word = words[at] ?? ''
    const isBefore = kindNouns.has(word.toLowerCase()) && longestAt(words, at + 1, of) !== null
    const isKind = found === null && (isBefore || (at === endOfHit && groupNouns.has(word.toLowerCase())))
    if (found === null && !isKind) unexplained.push(words[at] ?? '')
    else if (found !== null) hits.push(found)
    at += found?.length ?? 1
    if (found !== null) endOfHit = at
  }
  return { hits, unexplained }
}

const particles: ReadonlySet<string> = new Set('up out off on in over down away back so now'.split(' '))

function longestAt(
  words: readonly string[],
  at: number,
  of: { readonly lookup: NonNullable<ValueLookup>; readonly column: string | null },
): { phrase: string; columns: Map<string, string[]>; length: number } | null {
  for (let length = Math.min(longestValue, words.length - at); length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .join(' ')
      .toLowerCase()
    // "show up" is no film called Up, though a switch may be off.
    const isMeant = (value: string) => length > 1 || !particles.has(words[at] ?? '') || value === words[at]
    const found = (of.lookup.get(phrase) ?? [])
      .filter((hit) => of.column === null || hit.column === of.column)
      .filter(({ value }) => isMeant(value))
    if (found.length === 0) continue
    const columns = new Map<string, string[]>()
    for (const hit of found) columns.set(hit.column, [...(columns.get(hit.column) ?? []), hit.value])
    return { phrase, columns, length }
  }
  return null
}
