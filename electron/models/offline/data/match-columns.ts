import { synonyms } from '../grammar/synonyms.ts'
import { normalWord, wordsOfName } from '../words.ts'
import type { Column } from './table-columns.ts'

/** How well a word names a column. `exact`: the whole name. `part`: among its words. `synonym`: another word for it. */
export type MatchLevel = 'exact' | 'part' | 'synonym'

export type ColumnMatch = { readonly level: MatchLevel; readonly columns: readonly Column[] }

/** The columns some words may name, by the best level any of them reaches; null when there is none. */
export function matchColumns(words: readonly string[], columns: readonly Column[]): ColumnMatch | null {
  const asked = words.map(normalWord)
  const named = columns.map((column) => ({ column, name: wordsOfName(column.name) }))
  for (const [level, fits] of levels) {
    const found = named.filter(({ name }) => fits(asked, name)).map(({ column }) => column)
    if (found.length > 0) return { level, columns: found }
  }
  return null
}

type Fits = (asked: readonly string[], name: readonly string[]) => boolean

const levels: readonly (readonly [MatchLevel, Fits])[] = [
  ['exact', (asked, name) => name.length > 0 && asked.join(' ') === name.join(' ')],
  ['part', (asked, name) => asked.every((word) => name.includes(word))],
  ['synonym', (asked, name) => synonymGroups.some((group) => group.has(asked.join(' ')) && namesOneOf(group, name))],
]

const synonymGroups = synonyms.map((group) => new Set(group.map((phrase) => wordsOfName(phrase).join(' '))))

function namesOneOf(group: ReadonlySet<string>, name: readonly string[]): boolean {
  return group.has(name.join(' ')) || name.some((word) => group.has(word))
}
