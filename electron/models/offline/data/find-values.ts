import { normalWord } from '../words.ts'
import type { ValueLookup } from './request.ts'

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

/** How a value may be spelt for a phrase: as it is, in the singular, in the plural. */
export function valueForms(phrase: string): string[] {
  const single = phrase.split(' ').map(normalWord).join(' ')
  return [...new Set([phrase, single, `${single}s`])]
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
