import { structureWords } from '../../grammar/structure-words.ts'
import { wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, isTruth, yesOf, type Column } from '../columns/table-columns.ts'
import { own } from './grammar-entries.ts'
import { unitOf } from './unit-of.ts'

/** "somebody over 50" is said of their age, where one column tells it: whatever the rows are. */
export function sayAges(question: string, columns: readonly Column[]): string {
  const [age, ...others] = columns.filter((column) => isFigure(column) && wordsOfName(column.name).includes('age'))
  if (age === undefined || others.length > 0 || age.name.includes('"')) return question
  return question.replaceAll(
    person,
    (said, by: string | undefined, who: string, compared: string, number: string, next = '') => {
      if (Number(number) > oldest || isMeasured(next, columns)) return said
      // "trips by people over 60" are not split by people.
      const noun = by !== undefined || /^(?:some|any|every)/i.test(who) ? '' : `${who} `
      return `${noun}with "${age.name}" ${compared} ${number}${next === '' ? '' : ` ${next}`}`
    },
  )
}

const person =
  /(?<!\p{L})(by )?(people|persons?|adults|somebody|someone|anybody|anyone|everybody|everyone|who)(?: (?:who|that) (?:is|are|was|were))? (?:aged )?(over|under|above|below|older than|younger than|at least|at most)(?: the age of)? (\d{1,3})(?![\d.,%])(?: years? (?:old|of age))?(?: (\p{L}+))?/giu
const oldest = 120

/** "people over 50 kg", "over 65 visits", but not "over 50 fainted": a number of something else. */
export function isMeasured(word: string, columns: readonly Column[]): boolean {
  if (own(structureWords, word.toLowerCase()) !== undefined || word === '') return false
  const named = matchColumns([word], columns)?.columns ?? []
  const isTold = named.length > 0 && named.every((column) => isTruth(column) || yesOf(column) !== null)
  return unitOf(word) !== null || (named.length > 0 && !isTold)
}
