import { personNameColumns } from '../../grammar/row-nouns.ts'
import { wordsOfName } from '../../words.ts'
import { isText, type Column } from './table-columns.ts'

/** "assigned to", "reported by" */
const dealtWith =
  /^(?:assigned|handled|reported|requested|created|opened|served|booked|managed|written|made|done|checked) (?:to|by)$/

/** The columns that say who it was: by their last word, such as `pupil` or `sales_rep`. */
export function peopleColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => {
    const words = wordsOfName(column.name)
    return isText(column) && (personNameColumns.has(words.at(-1) ?? '') || dealtWith.test(words.join(' ')))
  })
}
