import { matchColumns } from '../columns/match-columns.ts'
import type { Column } from '../columns/table-columns.ts'
import type { Phrase } from './phrase.ts'

/** Whether words may name a column of a kind. */
export function mayBe(
  phrase: Phrase | undefined,
  columns: readonly Column[],
  is: (column: Column) => boolean,
): boolean {
  return phrase?.kind === 'column' && (matchColumns(phrase.words, columns)?.columns.some(is) ?? false)
}
