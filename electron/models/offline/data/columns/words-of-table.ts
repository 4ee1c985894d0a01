import { normalWord, wordsOfName } from '../../words.ts'
import type { Table } from './table-columns.ts'

/** The words of a table's name, in the form of `normalWord`. */
export function wordsOfTable(table: Table): ReadonlySet<string> {
  return new Set(wordsOfName(nameWithoutEnding(table)).map(normalWord))
}

export function nameWithoutEnding({ name }: Pick<Table, 'name'>): string {
  return name.replace(/\.\w+(?=#|$)/, '')
}
