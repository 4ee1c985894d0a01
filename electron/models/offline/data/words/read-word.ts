import { howQualities } from '../../grammar/quality-adjectives.ts'
import { qualityVerbs } from '../../grammar/quality-verbs.ts'
import { numberWords } from '../../grammar/number-words.ts'
import { rankWords } from '../../grammar/ranks.ts'
import { contests, stopWords, weakBeforeRank } from '../../grammar/stop-words.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { isFigure, isIdentifier, isTemporal, isTruth, type Column } from '../columns/table-columns.ts'
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
  const numbered = numberedThing(tokens, at, of.columns)
  if (numbered !== null) return one({ kind: 'column', words: [numbered.name], isExact: true })
  if (stopWords.has(text.toLowerCase()) && !isDone(text, of.columns)) return one(null)
  if (
    weakBeforeRank.has(text.toLowerCase()) &&
    (isBeforeRank(tokens, at + 1, of) || isBeforeFigure(tokens, at + 1, of))
  )
    return one(null)
  if (of.valueWords.has(text.toLowerCase())) return one({ kind: 'open', words: [text], isQuoted: false })
  return (
    readColumn(tokens, at, { ...of, lengths: [3, 2, 1], isExact: false }) ??
    readVerb(text, wordAt(tokens, at - 1), of) ??
    (of.passedWords.has(text.toLowerCase()) ? one(null) : null) ??
    one({ kind: 'open', words: [text], isQuoted: false })
  )
}

/** "which table", "per table": those of `table_no`, and not this one. */
function numberedThing(tokens: readonly Token[], at: number, columns: readonly Column[]): Column | null {
  const word = normalWord(wordAt(tokens, at))
  if (!['table', 'file', 'column'].includes(word) || !/^(?:which|what|by|per|each|every)$/.test(wordAt(tokens, at - 1)))
    return null
  return (
    columns.find((column) => isIdentifier(column) && wordsOfName(column.name).slice(0, -1).join(' ') === word) ?? null
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

/** "weigh" and "how heavy" are the column of weights, where there is one. */
function readVerb(text: string, before: string, { columns }: ReadingOf): Read | null {
  const word = text.toLowerCase()
  const quality = own(qualityVerbs, word) ?? (before === 'how' ? own(howQualities, word) : undefined)
  const found = quality === undefined ? [] : columnsOfQuality(quality, columns, null).columns
  const [column, ...others] = found
  return column === undefined || others.length > 0 ? null : one({ kind: 'column', words: [column.name], isExact: true })
}

/** "won no gold medal", "scored 2 goals": how many a column of figures tells. */
function isBeforeFigure(tokens: readonly Token[], at: number, { columns }: ReadingOf): boolean {
  const isHowMany = (place: number) => tokens[place]?.kind === 'number' || howMany.has(wordAt(tokens, place))
  let next = at
  while (isHowMany(next)) next++
  const match = next === at ? null : matchColumns([wordAt(tokens, next)], columns)
  return match !== null && match.columns.every(isFigure)
}

const howMany: ReadonlySet<string> = new Set(
  'no any a an at least most more less fewer than over under exactly only just one'
    .split(' ')
    .concat(Object.keys(numberWords)),
)

/** "won the most". Who won the most games has not played the most. */
function isBeforeRank(tokens: readonly Token[], at: number, { columns }: ReadingOf): boolean {
  const start = wordAt(tokens, at) === 'the' ? at + 1 : at
  const rank = longestEntry(tokens, start, (words) => own(rankWords, words))
  if (rank === null) return false
  const noun = wordAt(tokens, start + rank.length)
  return (
    !contests.has(normalWord(noun)) ||
    !/^w[io]ns?$/i.test(wordAt(tokens, at - 1)) ||
    matchColumns([noun], columns) !== null
  )
}
