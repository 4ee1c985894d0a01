import { countedNouns } from '../../grammar/row-nouns.ts'
import { normalWord } from '../../words.ts'
import { isSynonymPhrase, matchColumns, type ColumnMatch } from '../columns/match-columns.ts'
import type { Read } from './phrase.ts'
import type { Token } from './split-question.ts'
import { isTemporal, type Column } from '../columns/table-columns.ts'

type ColumnWords = {
  readonly columns: readonly Column[]
  readonly lengths: readonly number[]
  readonly isExact: boolean
}

/** A column named by one of these numbers of words from `at`; where `isExact`, by its whole name. */
export function readColumn(
  tokens: readonly Token[],
  at: number,
  { columns, lengths, isExact }: ColumnWords,
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

/** Two or three words that are another word for a column: "gold medals", where its name alone would leave the rest. */
export function readSaying(
  tokens: readonly Token[],
  at: number,
  { columns }: Pick<ColumnWords, 'columns'>,
): Read | null {
  for (const length of [3, 2]) {
    const words = wordsFrom(tokens, at, length)
    if (words !== null && isSynonymPhrase(words) && matchColumns(words, columns)?.level === 'synonym')
      return { said: { kind: 'column', words, isExact: false }, length }
  }
  return null
}

/** "victims" are no date of death, though the word is another one for deaths. */
function isOnlyDated([word = '', ...more]: readonly string[], { level, columns }: ColumnMatch): boolean {
  if (level !== 'synonym' || more.length > 0) return false
  return countedNouns.has(normalWord(word)) && columns.every(isTemporal)
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
