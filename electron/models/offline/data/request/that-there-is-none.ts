import { plainText } from '../../markdown.ts'
import { isTruth, mayBeNone, yesOf, type Column } from '../columns/table-columns.ts'
import type { Pending } from './begun-condition.ts'
import type { Condition } from './filter-collector.ts'
import type { ReadingNotes } from './reading-notes.ts'

type Missing = Pick<Extract<Pending, { readonly kind: 'missing' }>, 'isPresent' | 'isWritten'>

/**
 * That rows have nothing in a column, or that they have, as a condition and whether its opposite is meant: "no fine" is 0
 * where every row has one, and "without a sea view" is a no. Where the word "missing" itself was said it is only missing.
 */
export function thatThereIsNone(
  column: Column,
  { isPresent, isWritten }: Missing,
  notes: ReadingNotes,
): readonly [condition: Condition, isOpposite: boolean] {
  const yes = yesOf(column)
  if (!isWritten && yes !== null) return [{ kind: 'values', column, values: [yes] }, !isPresent]
  if (!isWritten && isTruth(column)) return [{ kind: 'truth', column }, !isPresent]
  if (isWritten || !mayBeNone(column)) return [{ kind: 'missing', column }, isPresent]
  notes.assume(`no *${plainText(column.name)}* means 0`)
  return [{ kind: 'compare', column, comparison: '=', operands: [0] }, isPresent]
}
