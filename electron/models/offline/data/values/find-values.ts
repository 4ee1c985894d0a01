import { otherNames } from '../../grammar/other-names.ts'
import { normalWord, withoutAccents } from '../../words.ts'
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
    namesFor([key, owner, single, lastSingle]),
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
    const found = hits.filter(({ value }) => {
      const plain = value.trim().toLowerCase()
      const key = valueKey(value)
      return forms.includes(plain) || (key.length >= 3 && forms.includes(key))
    })
    if (found.length > 0) return found
  }
  return []
}

const groupsByName = new Map<string, readonly string[]>(
  otherNames.flatMap((group) => group.map((name) => [name, group])),
)

function namesFor(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => groupsByName.get(phrase) ?? [])
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
  for (let at = 0; at < words.length;) {
    const found = longestAt(words, at, of)
    if (found === null) unexplained.push(words[at] ?? '')
    else hits.push(found)
    at += found?.length ?? 1
  }
  return { hits, unexplained }
}

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
    const found = (of.lookup.get(phrase) ?? []).filter((hit) => of.column === null || hit.column === of.column)
    if (found.length === 0) continue
    const columns = new Map<string, string[]>()
    for (const hit of found) columns.set(hit.column, [...(columns.get(hit.column) ?? []), hit.value])
    return { phrase, columns, length }
  }
  return null
}
