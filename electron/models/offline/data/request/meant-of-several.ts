import { nameWords } from '../../grammar/additive.ts'
import { asksForAll } from '../../grammar/aggregates.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import type { PhraseOf } from './request-reading.ts'

/**
 * The one column that a word means of several it names alike, where it is no name in quotes: candidates are told by
 * `candidate_name`, and not by the other columns that speak of them. Null where nothing tells.
 */
export function meantOfSeveral(
  { words, isExact }: PhraseOf<'column'>,
  columns: readonly Column[],
  question: string,
): Column | null {
  const thing = words.map(normalWord).join(' ')
  const names = columns.filter((column) => isNameOf(column, thing))
  // The parts of a total are not what something cost in all.
  const totals = asksForAll.test(question) ? columns.filter(isTotal) : []
  const [meant, ...others] = names.length === 0 && columns.every(isFigure) ? totals : names
  return meant === undefined || others.length > 0 || isExact ? null : meant
}

function isNameOf({ name }: Column, thing: string): boolean {
  const [last = '', ...rest] = wordsOfName(name).toReversed()
  return nameWords.has(last) && rest.toReversed().join(' ') === thing
}

function isTotal(column: Column): boolean {
  return isFigure(column) && wordsOfName(column.name).includes('total')
}
