import { isMisspelling, slipsAllowed } from '../../edit-distance.ts'
import { stemOf, wordsOfName } from '../../words.ts'
import { valueKey } from './find-values.ts'
import { keyOfValue, valuesOf } from './look-up-values.ts'
import type { ValueHit } from '../request/request.ts'
import { literal } from '../sql/sql-parts.ts'
import { isText, type Table } from '../columns/table-columns.ts'

const valuesPerColumn = 12
const shortestStem = 3

/** Finds the values that hold a word of the same family as one of these, or one that is nearly the same. */
export function nearValuesQuery(words: readonly string[], table: Table): string | null {
  const columns = table.columns.filter(isText)
  const conditions = words.flatMap(conditionsFor)
  if (conditions.length === 0 || columns.length === 0) return null
  const matches = conditions.map((condition) => `CAST(${condition} AS INTEGER)`).join(' + ')
  const ending = `WHERE ${conditions.join(' OR ')} ORDER BY ${matches} DESC, 2 LIMIT ${valuesPerColumn}`
  return columns
    .map(({ name }) => `(SELECT "column", "value" FROM (${valuesOf(table, name)}) ${ending})`)
    .join('\nUNION ALL\n')
}

function conditionsFor(word: string): string[] {
  const key = valueKey(word)
  const stem = stemOf(key)
  if (stem.length < shortestStem || /\s/.test(key)) return []
  const holds = `regexp_matches(${keyOfValue}, ${literal(`(^| )${stem}`)})`
  const slips = slipsAllowed(key)
  return slips === 0 ? [holds] : [holds, `damerau_levenshtein(${keyOfValue}, ${literal(key)}) <= ${slips}`]
}

/** How the values of a table come near a phrase. `several` hold it, and nobody can say which is meant. */
export type NearValues = { readonly kind: 'one' | 'several'; readonly hits: readonly ValueHit[] }

/** Values of the same family of words, else the ones that hold the phrase, else those it is a misspelling of. */
export function nearValues(phrase: string, hits: readonly ValueHit[]): NearValues | null {
  for (const isNear of [isSameFamily, holdsPhrase, isSlip]) {
    const found = hits.filter(({ value }) => isNear(phrase, value))
    if (found.length === 0) continue
    const isOne = new Set(found.map(({ value }) => valueKey(value))).size === 1
    return { kind: isOne ? 'one' : 'several', hits: found }
  }
  return null
}

function isSameFamily(phrase: string, value: string): boolean {
  return stems(phrase) === stems(value)
}

function holdsPhrase(phrase: string, value: string): boolean {
  const words = wordsOfName(valueKey(phrase)).join(' ')
  return words.length >= shortestStem && ` ${wordsOfName(valueKey(value)).join(' ')} `.includes(` ${words} `)
}

function isSlip(phrase: string, value: string): boolean {
  return isMisspelling(valueKey(phrase), valueKey(value))
}

function stems(text: string): string {
  return valueKey(text).split(' ').map(stemOf).join(' ')
}
