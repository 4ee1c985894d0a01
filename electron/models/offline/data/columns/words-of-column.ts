import { wordsOfName } from '../../words.ts'
import type { Column } from './table-columns.ts'

/** The words of a column's name; every question over a table asks for them dozens of times. */
export function wordsOfColumn(column: Column): readonly string[] {
  const words = known.get(column) ?? wordsOfName(column.name)
  known.set(column, words)
  return words
}

const known = new WeakMap<Column, readonly string[]>()
