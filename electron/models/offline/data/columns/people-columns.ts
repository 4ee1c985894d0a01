import { dealingWords } from '../../grammar/column-roles.ts'
import { personNameColumns } from '../../grammar/row-nouns.ts'
import { wordsOfName } from '../../words.ts'
import { isText, type Column } from './table-columns.ts'

/** The columns that say who it was: by their last word, such as `pupil` or `sales_rep`. */
export function peopleColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => {
    const words = wordsOfName(column.name)
    return isText(column) && (personNameColumns.has(words.at(-1) ?? '') || tellsWhoDealt(words))
  })
}

/** `assigned_to`, "reported by" */
function tellsWhoDealt([deed = '', by = '', ...more]: readonly string[]): boolean {
  return dealingWords.has(deed) && (by === 'to' || by === 'by') && more.length === 0
}
