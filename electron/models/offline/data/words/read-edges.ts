import { comparisonWords } from '../../grammar/comparisons.ts'
import { rankWords } from '../../grammar/ranks.ts'
import { structureWords } from '../../grammar/structure-words.ts'
import { edgeWords } from '../../grammar/time-words.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { normalWord, stemOf } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Read } from './phrase.ts'
import type { Token } from './split-question.ts'
import { eventWordsOf, isNumeric, isTemporal, isYearColumn, type Column } from '../columns/table-columns.ts'

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
  if (namesColumn(tokens, at + length, { columns, is: isYearly }))
    return {
      said: { kind: 'rank', direction: aggregate === 'max' ? 'highest' : 'lowest', word: 'highest', isCommon: false },
      length,
    }
  if (namesDate(tokens, afterEdges(tokens, at + length), columns))
    return { said: { kind: 'aggregate', aggregate, percent: null }, length }
  // "the date of the latest match", "when was the first visit": of when the rows are.
  const isOfRows = tableWords.has(normalWord(wordAt(tokens, afterEdges(tokens, at + length))))
  if (
    isOfRows &&
    (asksWhen(tokens, at) || tokens.slice(0, at).some((_, index) => namesDate(tokens.slice(0, at), index, columns)))
  )
    return { said: { kind: 'occasion', aggregate }, length }
  if (ranksRows(tokens, at, { length, tableWords, columns })) {
    const said = tokens.slice(at, at + length).map(({ text }) => text.toLowerCase())
    const direction = aggregate === 'max' ? 'highest' : 'lowest'
    const word = said.join(' ') === 'newest' ? 'latest' : said.join(' ')
    return { said: { kind: 'rank', direction, word, isCommon: false }, length }
  }
  // "the earliest date, and the latest"
  const isOtherEnd =
    tokens[at + length] === undefined && at > 2 && wordAt(tokens, at - 1) === 'the' && saysEdge(tokens, at - 1)
  if (isOtherEnd) return { said: { kind: 'aggregate', aggregate, percent: null }, length }
  const isCompared = longestEntry(tokens, at + length, (words) => own(comparisonWords, words)) !== null
  return isCompared && asksWhen(tokens, at) ? { said: { kind: 'occasion', aggregate }, length } : null
}

function saysEdge(tokens: readonly Token[], until: number): boolean {
  return tokens.slice(0, until).some(({ text }) => own(edgeWords, text.toLowerCase()) !== undefined)
}

/** "the first and the last date": one name for both. */
function afterEdges(tokens: readonly Token[], at: number): number {
  const edge = longestEntry(tokens, at, (words) => own(edgeWords, words))
  if (edge !== null) return afterEdges(tokens, at + edge.length)
  return betweenWords.has(wordAt(tokens, at)) ? afterEdges(tokens, at + 1) : at
}

/** "the first day it snowed", "the last time Ann ordered": when something was so. "the first day of 2014" is a day. */
export function readOccasion(tokens: readonly Token[], at: number): Read | null {
  const found = longestEntry(tokens, at, (words) => own(edgeWords, words))
  if (found === null) return null
  const { entry: aggregate, length } = found
  const [unit, next] = [wordAt(tokens, at + length), wordAt(tokens, at + length + 1)]
  const isClause = clauseLeads.has(next) || (unit === 'time' && next !== '' && own(structureWords, next) === undefined)
  const isOf = (unit === 'day' || unit === 'date' || unit === 'time') && isClause
  return isOf ? { said: { kind: 'occasion', aggregate }, length: length + 1 } : null
}

/** "the last five orders", "the latest cancelled booking", "who joined first": which rows, by their date. */
function ranksRows(
  tokens: readonly Token[],
  at: number,
  of: { readonly length: number; readonly columns: readonly Column[]; readonly tableWords: ReadonlySet<string> },
): boolean {
  const words = tokens.slice(at, at + of.length).map(({ text }) => text.toLowerCase())
  // "the newest" is told by an age or a year first.
  if (own(rankWords, words.join(' ')) !== undefined && !isOfEvent(tokens[at + of.length], of.columns)) return false
  const next = tokens.slice(at + of.length, at + of.length + longestName).map(({ text }) => text.toLowerCase())
  const end = next.findIndex((word) => own(structureWords, word) !== undefined || /^\W/.test(word))
  const noun = end < 0 ? next : next.slice(0, end)
  if (noun.some((word) => of.tableWords.has(normalWord(word)))) return true
  const event = matchColumns([noun[0] ?? wordAt(tokens, at - 1)], of.columns)
  return noun.length <= 1 && event !== null && event.columns.every(isTemporal)
}

/** "the newest listing", where `listed_on` says when. */
function isOfEvent(token: Token | undefined, columns: readonly Column[]): boolean {
  const noun = normalWord(token?.text ?? '')
  const isOf = (event: string) => stemOf(event) === stemOf(noun) || (noun.length > 3 && event.startsWith(noun))
  return columns.some((column) => isTemporal(column) && eventWordsOf(column).some(isOf))
}

const clauseLeads: ReadonlySet<string> = new Set('it we i you he she they that there when with any'.split(' '))

/** Years in numbers have an earliest and a latest too. */
function isYearly(column: Column): boolean {
  return isYearColumn(column) || (isNumeric(column) && Number(column.min) >= 500 && Number(column.max) <= 2100)
}

function namesDate(tokens: readonly Token[], at: number, columns: readonly Column[]): boolean {
  return namesColumn(tokens, at, { columns, is: isTemporal })
}

/** Whether the words from `at` name one kind of column and nothing else. */
function namesColumn(
  tokens: readonly Token[],
  at: number,
  { columns, is }: { readonly columns: readonly Column[]; readonly is: (column: Column) => boolean },
): boolean {
  for (let length = longestName; length > 0; length--) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || words.some(({ kind }) => kind !== 'word')) continue
    const match = matchColumns(
      words.flatMap(({ text }) => text.split(/[_-]/)),
      columns,
    )
    if (match !== null) return match.level !== 'synonym' && match.columns.every(is)
  }
  return false
}

function asksWhen(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some(({ text }) => text.toLowerCase() === 'when')
}
