import { aggregateWords, type Aggregate } from '../grammar/aggregates.ts'
import { chartWords, type ChartKind } from '../grammar/chart-kinds.ts'
import { comparisonWords, timeComparisons, type Comparison } from '../grammar/comparisons.ts'
import { numberWords, rankWords, type Direction } from '../grammar/ranks.ts'
import { stopWords } from '../grammar/stop-words.ts'
import { comparingWords, distinctWords, listingWords, rowWords, structureWords } from '../grammar/structure-words.ts'
import { months, timeAdverbs, timeUnits, type TimeUnit } from '../grammar/time-words.ts'
import { normalWord } from '../words.ts'
import { matchColumns } from './match-columns.ts'
import type { Token } from './split-question.ts'
import type { Column } from './table-columns.ts'

/** What a stretch of a question is, before its part in the whole is known. */
export type Phrase =
  | { readonly kind: 'aggregate'; readonly aggregate: Aggregate }
  | { readonly kind: 'rank'; readonly direction: Direction; readonly word: string }
  | { readonly kind: 'comparison'; readonly comparison: Comparison; readonly isOfTime: boolean }
  | { readonly kind: 'structure'; readonly role: 'group' | 'filter' | 'measure' }
  | { readonly kind: 'chart'; readonly chart: ChartKind | null }
  | { readonly kind: 'time'; readonly unit: TimeUnit; readonly isAdverb: boolean }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'quarter'; readonly quarter: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'column'; readonly words: readonly string[] }
  | { readonly kind: 'distinct' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'listing' }
  | { readonly kind: 'table' }
  /** Words that may be a value of some column. Quoted ones stand together. */
  | { readonly kind: 'open'; readonly words: readonly string[]; readonly isQuoted: boolean }

export type ReadingOf = {
  readonly columns: readonly Column[]
  /** Words of the table's own name, to be read as naming it and not a column. Empty for the other reading. */
  readonly tableWords: ReadonlySet<string>
}

/** Splits a question into phrases, for one table. Longer readings win; words without meaning disappear. */
export function readPhrases(tokens: readonly Token[], of: ReadingOf): Phrase[] {
  const phrases: Phrase[] = []
  let isRunOpen = false
  for (let at = 0; at < tokens.length;) {
    const read = readPhrase(tokens, at, of)
    const phrase = read.phrase
    const last = phrases.at(-1)
    if (phrase?.kind === 'open' && !phrase.isQuoted && isRunOpen && last?.kind === 'open') {
      phrases[phrases.length - 1] = { ...last, words: [...last.words, ...phrase.words] }
    } else if (phrase !== null) phrases.push(phrase)
    isRunOpen = phrase?.kind === 'open' && !phrase.isQuoted
    at += read.length
  }
  return phrases
}

type Read = { readonly phrase: Phrase | null; readonly length: number }

function readPhrase(tokens: readonly Token[], at: number, of: ReadingOf): Read {
  const token = tokens[at]
  if (token === undefined) return { phrase: null, length: 1 }
  if (token.kind === 'quoted') return one({ kind: 'open', words: [token.text], isQuoted: true })
  if (token.kind === 'date') return one({ kind: 'date', date: token.text })
  if (token.kind === 'number') return one({ kind: 'number', value: Number(token.text) })
  return (
    readColumn(tokens, at, { ...of, lengths: [4, 3, 2], isExact: true }) ??
    readGrammar(tokens, at) ??
    readColumn(tokens, at, { ...of, lengths: [1], isExact: true }) ??
    readTime(tokens, at) ??
    readWord(tokens, at, of)
  )
}

function one(phrase: Phrase | null): Read {
  return { phrase, length: 1 }
}

/** The texts of `length` words from `at`; null when there are fewer. */
function wordsAt(tokens: readonly Token[], at: number, length: number): string[] | null {
  const slice = tokens.slice(at, at + length)
  return slice.length === length && slice.every((token) => token.kind === 'word')
    ? slice.map((token) => token.text)
    : null
}

function readColumn(
  tokens: readonly Token[],
  at: number,
  { columns, lengths, isExact }: ReadingOf & { readonly lengths: readonly number[]; readonly isExact: boolean },
): Read | null {
  for (const length of lengths) {
    const words = wordsAt(tokens, at, length)
    const match = words === null ? null : matchColumns(words, columns)
    if (words !== null && match !== null && (!isExact || match.level === 'exact')) {
      return { phrase: { kind: 'column', words }, length }
    }
  }
  return null
}

function readGrammar(tokens: readonly Token[], at: number): Read | null {
  for (const length of [3, 2, 1]) {
    const slice = tokens.slice(at, at + length)
    if (slice.length < length || slice.some((token) => token.kind !== 'word' && token.kind !== 'mark')) continue
    const phrase = grammarPhrase(slice.map((token) => token.text.toLowerCase()).join(' '))
    if (phrase !== null) return { phrase, length }
  }
  return null
}

function grammarPhrase(words: string): Phrase | null {
  const aggregate = own(aggregateWords, words)
  if (aggregate !== undefined) return { kind: 'aggregate', aggregate }
  const direction = own(rankWords, words)
  if (direction !== undefined) return { kind: 'rank', direction, word: words }
  const comparison = own(comparisonWords, words)
  if (comparison !== undefined) return { kind: 'comparison', comparison, isOfTime: timeComparisons.has(words) }
  const role = own(structureWords, words)
  if (role !== undefined) return { kind: 'structure', role }
  const chart = own(chartWords, words)
  if (chart !== undefined) return { kind: 'chart', chart }
  const adverb = own(timeAdverbs, words)
  if (adverb !== undefined) return { kind: 'time', unit: adverb, isAdverb: true }
  if (comparingWords.includes(words)) return { kind: 'compare' }
  if (distinctWords.includes(words)) return { kind: 'distinct' }
  if (rowWords.includes(words)) return { kind: 'rows' }
  if (listingWords.includes(words)) return { kind: 'listing' }
  const number = own(numberWords, words)
  return number === undefined ? null : { kind: 'number', value: number }
}

function readTime(tokens: readonly Token[], at: number): Read | null {
  const [word] = wordsAt(tokens, at, 1) ?? []
  if (word === undefined) return null
  const lower = word.toLowerCase()
  const unit = own(timeUnits, normalWord(word))
  if (unit !== undefined) return one({ kind: 'time', unit, isAdverb: false })
  const quarter = /^q([1-4])$/.exec(lower)?.[1]
  if (quarter !== undefined) return one({ kind: 'quarter', quarter: Number(quarter) })
  const month = own(months, lower)
  // "may" and "march" are verbs too: a month stands after a preposition or before a year.
  const before = tokens[at - 1]?.text.toLowerCase() ?? ''
  const isPlaced = own(structureWords, before) !== undefined || own(comparisonWords, before) !== undefined
  if (month !== undefined && (isPlaced || tokens[at + 1]?.kind === 'number')) return one({ kind: 'month', month })
  return null
}

function readWord(tokens: readonly Token[], at: number, of: ReadingOf): Read {
  const token = tokens[at]
  const text = token?.text ?? ''
  if (token?.kind !== 'word') return one({ kind: 'open', words: [text], isQuoted: true })
  if (of.tableWords.has(normalWord(text))) return one({ kind: 'table' })
  if (stopWords.has(text.toLowerCase())) return one(null)
  return (
    readColumn(tokens, at, { ...of, lengths: [3, 2, 1], isExact: false }) ??
    one({ kind: 'open', words: [text], isQuoted: false })
  )
}

/** A person may write "constructor": only the table's own entries count. */
function own<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}
