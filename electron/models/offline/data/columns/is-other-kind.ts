import { onlyPlural } from '../../grammar/synonyms.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isTemporal, isText, type Column } from './table-columns.ts'

/**
 * Whether a word is of another kind than what a column holds: money is no way of paying, "outgoing" calls are no
 * outgoings, and "lessons" are not the date of each one's first lesson. `word` as it is said, in lower case.
 */
export function isOtherKind(word: string, column: Column): boolean {
  const name = wordsOfName(column.name)
  if (word === 'money') return isText(column) && !name.includes(word)
  if (onlyPlural.has(word)) return !column.name.toLowerCase().includes(word)
  const isMany = normalWord(word) !== word && word.endsWith('s')
  return isMany && isTemporal(column) && name.length > 1 && ['first', 'last'].includes(name[0] ?? '')
}
