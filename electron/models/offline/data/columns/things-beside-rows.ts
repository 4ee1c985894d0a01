import { normalWord, wordsOfName } from '../../words.ts'
import { isIdentifier, type Column, type Table } from './table-columns.ts'
import { nameWithoutEnding } from './words-of-table.ts'

/**
 * Words of a table's name that do not stand for its rows: what follows "by", and what is counted where a key of it is
 * there many times. Of `donor visits` with a `donor_no` those are the donors in "how many different donors". As
 * `normalWord` has them. The other way round, `rowNounsIn` has the words that stand for the rows and are not the name.
 */
export function thingsBesideRows(question: string, table: Table): ReadonlySet<string> {
  const words = wordsOfName(nameWithoutEnding(table))
  const [, ...before] = words.toReversed()
  const isSeveral = ({ distinct, missing }: Column) => distinct < table.rows - missing
  const keys = table.columns.filter((column) => isIdentifier(column) && isSeveral(column))
  const named = new Set(keys.map(({ name }) => wordsOfName(name).slice(0, -1).join(' ')))
  // "sales by region" are sales.
  const splits = words.includes('by') ? words.slice(words.lastIndexOf('by') + 1) : []
  // The rows of `orders.json#lines` are lines, each of an order.
  const isPart = table.name.includes('#')
  return new Set([...splits, ...before.filter((word) => named.has(word) && (isPart || isCounted(word, question)))])
}

function isCounted(word: string, question: string): boolean {
  const nouns = waysToCount.flatMap((way) => [...question.matchAll(way)].map(([, noun = '']) => noun))
  return nouns.some((noun) => normalWord(noun) === word && noun.endsWith('s'))
}

/** "how many different donors"; "which donors visited more than six times", "donors with at least 3 visits". */
const waysToCount: readonly RegExp[] = [
  /\b(?:how many|number of|count of|different|distinct|unique)(?: of)?(?: (?:our|the|different|distinct|unique))* (\p{L}+)/giu,
  /^(?:which |what |list |show )?(?:me )?(?:of )?(?:our |the |all )*(\p{L}+s)\b(?=.*\b(?:more than|over|at least|fewer than|less than|exactly|or more) .*\p{L}+s\b)/giu,
]
