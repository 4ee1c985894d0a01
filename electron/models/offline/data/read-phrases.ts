import { aggregateWords } from '../grammar/aggregates.ts'
import { qualityVerbs } from '../grammar/qualities.ts'
import { rankWords } from '../grammar/ranks.ts'
import { countedNouns } from '../grammar/row-nouns.ts'
import { placePhrases, stopWords, weakBeforeRank } from '../grammar/stop-words.ts'
import { rowWords } from '../grammar/structure-words.ts'
import { timeUnits } from '../grammar/time-words.ts'
import { normalWord } from '../words.ts'
import { combinePhrases } from './combine-phrases.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { isSynonymPhrase, matchColumns, type ColumnMatch } from './match-columns.ts'
import type { Phrase, Read, Said } from './phrase.ts'
import { columnsOfQuality } from './quality-columns.ts'
import { readDates } from './read-dates.ts'
import { readEdge } from './read-edges.ts'
import { readGrammar } from './read-grammar.ts'
import { readNumbers } from './read-numbers.ts'
import type { Token } from './split-question.ts'
import { isNumeric, isTemporal, isTruth, type Column } from './table-columns.ts'

export type ReadingOf = {
  readonly columns: readonly Column[]
  /** Words of the table's own name, to be read as naming it and not a column. Empty for the other reading. */
  readonly tableWords: ReadonlySet<string>
  /** Words that were found as values and are to be read so, in lower case. */
  readonly valueWords: ReadonlySet<string>
}

/** Splits a question into phrases, for one table. Longer readings win; words without meaning disappear. */
export function readPhrases(tokens: readonly Token[], of: ReadingOf): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = 0; at < tokens.length;) {
    const last = phrases.at(-1)
    const { said, length } = readPhrase(tokens, { at, last }, of)
    if (said !== null) {
      const phrase = { ...said, from: tokens[at]?.from ?? 0, to: tokens[at + length - 1]?.to ?? 0 }
      const joined = joinRuns(last, phrase, tokens[at - 1])
      if (joined === null) phrases.push(phrase)
      else phrases[phrases.length - 1] = joined
    }
    at += length
  }
  return combinePhrases(phrases, of.columns)
}

type OpenPhrase = Extract<Phrase, { readonly kind: 'open' }>

/** Neighbouring words that nothing knows are looked up together. */
function joinRuns(last: Phrase | undefined, next: Phrase, before: Token | undefined): OpenPhrase | null {
  if (last?.kind !== 'open' || next.kind !== 'open' || last.isQuoted || next.isQuoted || last.to !== before?.to)
    return null
  return { ...last, words: [...last.words, ...next.words], to: next.to }
}

type Place = { readonly at: number; readonly last: Phrase | undefined }

function readPhrase(tokens: readonly Token[], { at, last }: Place, of: ReadingOf): Read {
  const token = tokens[at]
  if (token === undefined) return one(null)
  if (token.kind === 'quoted') return one(quotedPhrase(token.text, of.columns))
  const isColumn = (word: string) => matchColumns([word], of.columns)?.level === 'exact'
  const exact = (lengths: readonly number[]) => readColumn(tokens, at, { ...of, lengths, isExact: true })
  return (
    exact([4, 3, 2]) ??
    readPlace(tokens, at) ??
    (isMeasureOf(tokens, at, isColumn) ? exact([1]) : null) ??
    readGrammar(tokens, at, 2) ??
    readSaying(tokens, at, of) ??
    // "average range": after an aggregate or "by" a column's own name comes before the same word of the grammar.
    (expectsColumn(last, token) ? exact([1]) : null) ??
    (hasDates(of.columns) ? readDates(tokens, at) : null) ??
    readEdge(tokens, at, of.columns) ??
    readNumbers(tokens, at, isColumn) ??
    readOneWord(tokens, at, of) ??
    exact([1]) ??
    readUnit(tokens, at) ??
    readWord(tokens, at, of)
  )
}

function one(said: Said | null): Read {
  return { said, length: 1 }
}

/** A column's name in quotes is that column; anything else in quotes is a value. */
function quotedPhrase(text: string, columns: readonly Column[]): Said {
  const isNamed = columns.some(({ name }) => name.trim().toLowerCase() === text.toLowerCase())
  return isNamed ? { kind: 'column', words: [text], isExact: true } : { kind: 'open', words: [text], isQuoted: true }
}

/** "number of rows" counts rows, even where a column is called so. */
function expectsColumn(last: Phrase | undefined, { text }: Token): boolean {
  if (last?.kind === 'aggregate' && last.aggregate === 'count' && rowWords.includes(text.toLowerCase())) return false
  return last?.kind === 'aggregate' || last?.kind === 'rank' || last?.kind === 'structure'
}

function hasDates(columns: readonly Column[]): boolean {
  return columns.some((column) => isTemporal(column) || isNamedMonth(column))
}

function isNamedMonth(column: Column): boolean {
  return column.name.toLowerCase() === 'month' && isNumeric(column)
}

/** The texts of `length` words from `at`; null when there are fewer. */
function wordsFrom(tokens: readonly Token[], at: number, length: number): string[] | null {
  const slice = tokens.slice(at, at + length)
  // A number may end a name: "pop 2015" is POP_2015.
  const isNamed = (token: Token, index: number) => token.kind === 'word' || (token.kind === 'number' && index > 0)
  return slice.length === length && slice.every(isNamed) ? slice.flatMap((token) => partsOfWord(token.text)) : null
}

/** `temp_max` and `tempMax` are two words. */
function partsOfWord(word: string): string[] {
  const parts = word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[\s_]+/)
  return parts.filter((part) => part !== '')
}

function readColumn(
  tokens: readonly Token[],
  at: number,
  { columns, lengths, isExact }: ReadingOf & { readonly lengths: readonly number[]; readonly isExact: boolean },
): Read | null {
  for (const length of lengths) {
    const words = wordsFrom(tokens, at, length)
    const match = words === null ? null : matchColumns(words, columns)
    const isWhole = isExact || tokens.slice(at, at + length).some((token) => token.kind === 'number')
    if (words !== null && match !== null && (!isWhole || match.level === 'exact') && !isOnlyDated(words, match)) {
      return { said: { kind: 'column', words, isExact: false }, length }
    }
  }
  return null
}

/** "victims" are no date of death, though the word is another one for deaths. */
function isOnlyDated([word = '', ...more]: readonly string[], { level, columns }: ColumnMatch): boolean {
  if (level !== 'synonym' || more.length > 0) return false
  return countedNouns.has(normalWord(word)) && columns.every(isTemporal)
}

/** Yes and no are values of a text column where no column is true or false. */
function readOneWord(tokens: readonly Token[], at: number, { columns }: ReadingOf): Read | null {
  const read = readGrammar(tokens, at, 1)
  return read?.said?.kind === 'truth' && !columns.some(isTruth) ? null : read
}

function readUnit(tokens: readonly Token[], at: number): Read | null {
  const found = longestEntry(tokens, at, (words) => own(timeUnits, words) ?? own(timeUnits, singularEnd(words)))
  return found === null ? null : { said: { kind: 'time', unit: found.entry, isAdverb: false }, length: found.length }
}

function singularEnd(words: string): string {
  return words.replace(/\S+$/, normalWord)
}

function readWord(tokens: readonly Token[], at: number, of: ReadingOf): Read {
  const token = tokens[at]
  const text = token?.text ?? ''
  if (token?.kind !== 'word') return one({ kind: 'open', words: [text], isQuoted: true })
  if (of.tableWords.has(normalWord(text))) return one({ kind: 'table' })
  if (stopWords.has(text.toLowerCase())) return one(null)
  if (weakBeforeRank.has(text.toLowerCase()) && isBeforeRank(tokens, at + 1)) return one(null)
  if (of.valueWords.has(text.toLowerCase())) return one({ kind: 'open', words: [text], isQuoted: false })
  return (
    readColumn(tokens, at, { ...of, lengths: [3, 2, 1], isExact: false }) ??
    readVerb(text, of) ??
    one({ kind: 'open', words: [text], isQuoted: false })
  )
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

/** "in this table": where else. */
function readPlace(tokens: readonly Token[], at: number): Read | null {
  const found = longestEntry(tokens, at, (words) => (placePhrases.has(words) ? true : undefined))
  return found === null ? null : { said: null, length: found.length }
}

/** "the count of teachers" where a column is called count: "the count of rows" is the number of them all the same. */
function isMeasureOf(tokens: readonly Token[], at: number, isColumn: (word: string) => boolean): boolean {
  const [word, of, next] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  const isNamed = of === 'of' && own(aggregateWords, word) !== undefined && isColumn(word)
  return isNamed && wordAt(tokens, at - 1) === 'the' && !rowWords.includes(next) && !isColumn(next)
}

/** Two or three words that are another word for a column: "gold medals", where its name alone would leave the rest. */
function readSaying(tokens: readonly Token[], at: number, { columns }: ReadingOf): Read | null {
  for (const length of [3, 2]) {
    const words = wordsFrom(tokens, at, length)
    if (words !== null && isSynonymPhrase(words) && matchColumns(words, columns)?.level === 'synonym')
      return { said: { kind: 'column', words, isExact: false }, length }
  }
  return null
}
