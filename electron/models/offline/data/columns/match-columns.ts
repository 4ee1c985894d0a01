import { normalWord } from '../../words.ts'
import { isNearly } from './is-nearly.ts'
import { isOtherThing } from './is-other-thing.ts'
import { groupsOf } from './synonym-groups.ts'
import { isIdentifier, type Column } from './table-columns.ts'
import { saysKind, waysToName, type MatchLevel } from './ways-to-name.ts'
import { wordsOfColumn } from './words-of-column.ts'

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
  for (const [level, fits] of waysToName) {
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

/** Whether every word of a name was said: "closing price" is `Close`, and only a part of `Adj Close`. */
function isSaidWhole(asked: readonly string[], name: readonly string[]): boolean {
  const isNamed = groupsOf(asked.join(' ')).some((group) => group.has(name.join(' ')))
  return isNamed || name.every((each) => asked.some((word) => isNearly(word, each)))
}
