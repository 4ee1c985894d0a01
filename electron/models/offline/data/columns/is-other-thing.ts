import { countsOrNames, unitWords } from '../../grammar/name-units.ts'
import { normalWord, stemOf } from '../../words.ts'
import { isOtherKind } from './is-other-kind.ts'
import { eventWordsOf, isNumeric, isTemporal, type Column } from './table-columns.ts'
import { wordsOfColumn } from './words-of-column.ts'

/** "guests" are neither their score nor their country: a plural is no column that says something of each of them. */
export function isOtherThing(word: string, column: Column): boolean {
  const plain = word.toLowerCase()
  const single = normalWord(word)
  const name = wordsOfColumn(column)
  if (isDoer(single, column) || isOtherKind(plain, column)) return true
  const [first, last = ''] = [name[0], name.at(-1)]
  if (single === plain || !plain.endsWith('s') || name.length < 2 || first !== single) return false
  // The "countries" of `country_of_origin` are what it holds.
  if (name[1] === 'of' && !countsOrNames.has(first)) return false
  // The "performances" of a `performance_date` say which date.
  if (isTemporal(column) && eventWordsOf(column).length === 1 && /(?:ance|ence|ment|tion|sion)$/.test(single))
    return false
  return !column.name.toLowerCase().includes(plain) && !countsOrNames.has(last) && !unitWords.has(last)
}

/** "finishers" are no `finish_minutes`. */
function isDoer(word: string, column: Column): boolean {
  const name = wordsOfColumn(column)
  // "screenings" are no `Screen`.
  if (word.endsWith('ing') && !isNumeric(column) && !isTemporal(column)) return name.join(' ') === stemOf(word)
  return word.endsWith('er') && isNumeric(column) && !name.includes(word) && name.some((each) => each === stemOf(word))
}
