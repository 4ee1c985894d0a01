import { comparisonWords } from '../../grammar/comparisons.ts'
import { edgeWords } from '../../grammar/time-words.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { normalWord } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Read } from './phrase.ts'
import type { Token } from './split-question.ts'
import { isTemporal, type Column } from '../columns/table-columns.ts'

const betweenWords: ReadonlySet<string> = new Set(['and', 'or', 'the'])
const longestName = 4

/** "first", "latest": the least or greatest of a date that is named next, or of when something was so. */
export function readEdge(
  tokens: readonly Token[],
  at: number,
  { columns, tableWords }: { readonly columns: readonly Column[]; readonly tableWords: ReadonlySet<string> },
): Read | null {
  const found = longestEntry(tokens, at, (words) => own(edgeWords, words))
  if (found === null) return null
  const { entry: aggregate, length } = found
  if (namesDate(tokens, afterEdges(tokens, at + length), columns))
    return { said: { kind: 'aggregate', aggregate, percent: null }, length }
  // "the date of the latest match", "when was the first visit": of when the rows are.
  const isOfRows = tableWords.has(normalWord(wordAt(tokens, afterEdges(tokens, at + length))))
  if (
    isOfRows &&
    (asksWhen(tokens, at) || tokens.slice(0, at).some((_, index) => namesDate(tokens.slice(0, at), index, columns)))
  )
    return { said: { kind: 'occasion', aggregate }, length }
  const isCompared = longestEntry(tokens, at + length, (words) => own(comparisonWords, words)) !== null
  return isCompared && asksWhen(tokens, at) ? { said: { kind: 'occasion', aggregate }, length } : null
}

/** "the first and the last date": one name for both. */
function afterEdges(tokens: readonly Token[], at: number): number {
  const edge = longestEntry(tokens, at, (words) => own(edgeWords, words))
  if (edge !== null) return afterEdges(tokens, at + edge.length)
  return betweenWords.has(wordAt(tokens, at)) ? afterEdges(tokens, at + 1) : at
}

function namesDate(tokens: readonly Token[], at: number, columns: readonly Column[]): boolean {
  for (let length = longestName; length > 0; length--) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || words.some(({ kind }) => kind !== 'word')) continue
    const match = matchColumns(
      words.flatMap(({ text }) => text.split('_')),
      columns,
    )
    if (match !== null) return match.level !== 'synonym' && match.columns.every(isTemporal)
  }
  return false
}

function asksWhen(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some(({ text }) => text.toLowerCase() === 'when')
}
