import { isSameFamily, normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isNumeric, isTemporal, isTruth, mayBeNone, type Column } from '../columns/table-columns.ts'
import { mayBe } from './may-be.ts'
import type { Phrase } from './phrase.ts'

/** "not returned yet", where a date tells when: there is none. */
export function isUnfinished(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const [phrase, next, after] = [phrases[index], phrases[index + 1], phrases[index + 2]]
  if (phrase?.kind !== 'not' || next?.kind !== 'column' || (after !== undefined && completing.has(after.kind)))
    return false
  const found = matchColumns(next.words, columns)
  if (found === null) return false
  if (found.columns.every((column) => isTemporal(column) || (column.missing > 0 && !isTruth(column)))) return true
  // "pupils who were never absent" may be so in one row and not in another.
  // "not rain" may be another weather: a word for a figure that is not called so is a value first.
  const isCalledSo = found.level !== 'synonym' || found.columns.every((column) => isOfFamily(next.words, column))
  return isCalledSo && found.columns.every(mayBeNone) && !countsThings(phrases, columns)
}

function isOfFamily(words: readonly string[], { name }: Column): boolean {
  return words.every((word) => wordsOfName(name).some((each) => isSameFamily(normalWord(word), each)))
}

/** "how many pupils": things that several rows may speak of. */
function countsThings(phrases: readonly Phrase[], columns: readonly Column[]): boolean {
  const isNamed = (phrase: Phrase | undefined) => mayBe(phrase, columns, (column) => !isNumeric(column))
  return phrases.some((phrase, index) => phrase.kind === 'aggregate' && isNamed(phrases[index + 1]))
}

const completing: ReadonlySet<Phrase['kind']> = new Set([
  'comparison',
  'number',
  'range',
  'periods',
  'part',
  'relative',
  'two-dates',
  'missing',
  'structure',
  'open',
])
