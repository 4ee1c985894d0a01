import { qualityVerbs } from '../../grammar/qualities.ts'
import { rankWords } from '../../grammar/ranks.ts'
import { stopWords, weakBeforeRank } from '../../grammar/stop-words.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { isTemporal, isTruth, type Column } from '../columns/table-columns.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { one, type Read } from './phrase.ts'
import { readColumn } from './read-columns.ts'
import type { ReadingOf } from './read-phrases.ts'
import type { Token } from './split-question.ts'

/** A word that no table of the grammar reads: of the table's name, of a column, without meaning, or open. */
export function readWord(tokens: readonly Token[], at: number, of: ReadingOf): Read {
  const token = tokens[at]
  const text = token?.text ?? ''
  if (token?.kind !== 'word') return one({ kind: 'open', words: [text], isQuoted: true })
  if (namesTable(text, of.tableWords)) return one({ kind: 'table' })
  if (stopWords.has(text.toLowerCase()) && !isDone(text, of.columns)) return one(null)
  if (weakBeforeRank.has(text.toLowerCase()) && isBeforeRank(tokens, at + 1)) return one(null)
  if (of.valueWords.has(text.toLowerCase())) return one({ kind: 'open', words: [text], isQuoted: false })
  return (
    readColumn(tokens, at, { ...of, lengths: [3, 2, 1], isExact: false }) ??
    readVerb(text, of) ??
    (of.passedWords.has(text.toLowerCase()) ? one(null) : null) ??
    one({ kind: 'open', words: [text], isQuoted: false })
  )
}

/** "sold" says something only where a column tells which rows were, or when. */
function isDone(text: string, columns: readonly Column[]): boolean {
  const told = columns.filter((column) => isTemporal(column) || isTruth(column))
  return text.length >= shortestDone && matchColumns([text], told)?.level === 'part'
}

const shortestDone = 4

/** "s&p" of `S&P 500.csv`, "check-in" of `check-ins.csv`: a word with a sign inside names it by each of its parts. */
function namesTable(text: string, tableWords: ReadonlySet<string>): boolean {
  const isNamed = (part: string) => tableWords.has(part) || tableWords.has(`${part}s`)
  return tableWords.has(normalWord(text)) || (/[&-]/.test(text) && wordsOfName(text).every(isNamed))
}

/** "weigh" is the column of weights, where there is one. */
function readVerb(text: string, { columns }: ReadingOf): Read | null {
  const quality = own(qualityVerbs, text.toLowerCase())
  const found = quality === undefined ? [] : columnsOfQuality(quality, columns, null).columns
  const [column, ...others] = found
  return column === undefined || others.length > 0 ? null : one({ kind: 'column', words: [column.name], isExact: true })
}

/** "won the most" */
function isBeforeRank(tokens: readonly Token[], at: number): boolean {
  const start = wordAt(tokens, at) === 'the' ? at + 1 : at
  return longestEntry(tokens, start, (words) => own(rankWords, words)) !== null
}
