import { normalWord, wordsOfName } from '../../words.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import { unitOf } from './unit-of.ts'

/** "what does a kilo of lobster fetch" asks for the `price_per_kg` of lobster, where one column is so much of each. */
export function sayPriceOfUnit(question: string, columns: readonly Column[]): string {
  return question.replace(priceOfUnit, (said, unit: string, thing: string) => {
    const [column, ...others] = columns.filter((each) => isPriceOf(each, normalWord(unit)))
    return column === undefined || others.length > 0 || column.name.includes('"')
      ? said
      : `what is the "${column.name}" of ${thing}`
  })
}

const priceOfUnit =
  /^(?:what|how much) (?:does|did|do) (?:an?|one|each|every) (\p{L}+) of (.+?) (?:cost|fetch|sell for|go for|come to)(?=\s|[?.!]|$)/iu

function isPriceOf(column: Column, unit: string): boolean {
  const words = wordsOfName(column.name)
  const [piece = '', ...more] = words.slice(words.indexOf('per') + 1)
  const isSame = piece === unit || (unitOf(piece) !== null && unitOf(piece) === unitOf(unit))
  return isFigure(column) && words.includes('per') && more.length === 0 && isSame && words.some(isPriceWord)
}

function isPriceWord(word: string): boolean {
  return ['price', 'cost', 'rate', 'fee', 'fare'].includes(word)
}
