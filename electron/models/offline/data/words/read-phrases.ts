import { aggregateWords } from '../../grammar/aggregates.ts'
import { comparisonWords } from '../../grammar/comparisons.ts'
import { orderPhrases, placePhrases, stopWords } from '../../grammar/stop-words.ts'
import { rowWords } from '../../grammar/structure-words.ts'
import { timeUnits } from '../../grammar/time-words.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { combinePhrases } from './combine-phrases.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { one, type Phrase, type Read, type Said } from './phrase.ts'
import { readColumn, readSaying } from './read-columns.ts'
import { readDates, readOnward } from './read-dates.ts'
import { readEdge, readOccasion } from './read-edges.ts'
import { readGrammar } from './read-grammar.ts'
import { readNumbers } from './read-numbers.ts'
import { readOneWord } from './read-one-word.ts'
import { readWord } from './read-word.ts'
import { isMeasured } from './say-ages.ts'
import type { Token } from './split-question.ts'
import { isNumeric, isTemporal, isText, isTruth, type Column } from '../columns/table-columns.ts'

export type ReadingOf = {
  readonly columns: readonly Column[]
  /** Words of the table's own name, to be read as naming it and not a column. Empty for the other reading. */
  readonly tableWords: ReadonlySet<string>
  /** Words that were found as values and are to be read so, in lower case. */
  readonly valueWords: ReadonlySet<string>
  /** Words that carry the sentence where they are no column, in lower case. */
  readonly passedWords: ReadonlySet<string>
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
  const capital = readCapital(tokens, at, { ...of, last })
  if (capital !== null) return one(capital)
  const isColumn = (word: string) => matchColumns([word], of.columns)?.level === 'exact'
  const age = ageOf(tokens, at, of.columns)
  if (age !== null) return one(age)
  if (isInValue(tokens, at, of)) return one({ kind: 'open', words: [token.text], isQuoted: false })
  const exact = (lengths: readonly number[]) => readColumn(tokens, at, { ...of, lengths, isExact: true })
  return (
    exact([4, 3, 2]) ??
    readPlace(tokens, at) ??
    (isMeasureOf(tokens, at, isColumn) ? exact([1]) : null) ??
    readGrammar(tokens, at, 2) ??
    readSaying(tokens, at, of) ??
    // "average range": after an aggregate or "by" a column's own name comes before the same word of the grammar.
    (expectsColumn(last, token) ? exact([1]) : null) ??
    (hasDates(of.columns)
      ? (readOccasion(tokens, at) ?? readDates(tokens, at) ?? readOnward(tokens, at, last))
      : null) ??
    readEdge(tokens, at, of) ??
    readNumbers(tokens, at, isColumn) ??
    readOneWord(tokens, at, of) ??
    exact([1]) ??
    readUnit(tokens, at) ??
    readDone(tokens, at, { ...of, last }) ??
    readWord(tokens, at, of)
  )
}

/** "Primera Division": beside another word of a value that was found, a column's name is a part of it. */
function isInValue(tokens: readonly Token[], at: number, { valueWords }: ReadingOf): boolean {
  const isFound = (place: number) => valueWords.has(wordAt(tokens, place))
  return isFound(at) && (isFound(at - 1) || isFound(at + 1))
}

/** "in US", "size S": a short word in capitals that would say nothing else is a value, where the rest is not. */
function readCapital(
  tokens: readonly Token[],
  at: number,
  { last, columns }: ReadingOf & { readonly last: Phrase | undefined },
): Said | null {
  const text = tokens[at]?.text ?? ''
  const isCapital = /^\p{Lu}{1,3}$/u.test(text) && tokens.some((token) => /^\p{Ll}{3,}$/u.test(token.text))
  const named = last?.kind === 'column' ? matchColumns(last.words, columns)?.columns : undefined
  const isPlaced = last?.kind === 'structure' || named?.some(isText)
  return isCapital && at > 0 && isPlaced && text !== 'I' && stopWords.has(text.toLowerCase())
    ? { kind: 'open', words: [text], isQuoted: false }
    : null
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

function readUnit(tokens: readonly Token[], at: number): Read | null {
  const found = longestEntry(tokens, at, (words) => own(timeUnits, words) ?? own(timeUnits, singularEnd(words)))
  return found === null ? null : { said: { kind: 'time', unit: found.entry, isAdverb: false }, length: found.length }
}

function singularEnd(words: string): string {
  return words.replace(/\S+$/, normalWord)
}

/** "not returned": what was not done has no date yet, though the word alone would say nothing. */
function readDone(tokens: readonly Token[], at: number, of: ReadingOf & { readonly last: Phrase | undefined }) {
  const dates = of.columns.filter((column) => isTemporal(column) || (column.missing > 0 && !isTruth(column)))
  return of.last?.kind === 'not'
    ? readColumn(tokens, at, { ...of, columns: dates, lengths: [1], isExact: false })
    : null
}

/** "patients under 18" are compared by their age, where `patient_age` says it. */
function ageOf(tokens: readonly Token[], at: number, columns: readonly Column[]): Said | null {
  const compared = longestEntry(tokens, at + 1, (words) => own(comparisonWords, words))
  const place = at + 1 + (compared?.length ?? 0)
  const isNumber =
    compared !== null && tokens[place]?.kind === 'number' && !isMeasured(wordAt(tokens, place + 1), columns)
  const asked = `${normalWord(tokens[at]?.text ?? '')} age`
  const column = columns.find(({ name }) => wordsOfName(name).join(' ') === asked)
  return isNumber && column !== undefined ? { kind: 'column', words: [column.name], isExact: true } : null
}

/** "in this table": where else. "worst first": as it is shown anyway. */
function readPlace(tokens: readonly Token[], at: number): Read | null {
  const found = longestEntry(tokens, at, (words) =>
    placePhrases.has(words) || orderPhrases.has(words) ? true : undefined,
  )
  return found === null ? null : { said: null, length: found.length }
}

/** "the count of teachers" where a column is called count: "the count of rows" is the number of them all the same. */
function isMeasureOf(tokens: readonly Token[], at: number, isColumn: (word: string) => boolean): boolean {
  const [word, of, next] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  const isNamed = of === 'of' && own(aggregateWords, word) !== undefined && isColumn(word)
  return isNamed && wordAt(tokens, at - 1) === 'the' && !rowWords.includes(next) && !isColumn(next)
}
