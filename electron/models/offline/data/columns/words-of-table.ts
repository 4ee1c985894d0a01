import { normalWord, wordsOfName } from '../../words.ts'
import type { Table } from './table-columns.ts'

/** The words of a table's name, in the form of `normalWord`. */
export function wordsOfTable(table: Table): ReadonlySet<string> {
  return new Set(wordsOfName(nameWithoutEnding(table)).map(normalWord))
}

/** What its rows are called, by the last word of its name: "visit" of `clinic.sqlite#visits`; empty where it has none. */
export function rowsNameOf(table: Table): string {
  const words = wordsOfName(nameWithoutEnding(table)).filter((word) => /^\p{L}{3,}$/u.test(word))
  return normalWord(words.at(-1) ?? '')
}

export function nameWithoutEnding({ name }: Pick<Table, 'name'>): string {
  return name.replace(/\.\w+(?=#|$)/, '')
}
