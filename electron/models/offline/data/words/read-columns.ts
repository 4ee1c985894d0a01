import { wordAt } from './grammar-entries.ts'
import { countedNouns } from '../../grammar/row-nouns.ts'
import { normalWord, withPlainUnits } from '../../words.ts'
import { matchColumns, type ColumnMatch } from '../columns/match-columns.ts'
import { isSynonymPhrase } from '../columns/synonym-groups.ts'
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
    const words = namedWords(wordsFrom(tokens, at, length), columns)
    const match = words === null ? null : matchColumns(words, columns)
    const isWhole = isExact || tokens.slice(at, at + length).some((token) => token.kind === 'number')
    // "candidates from Texas" are no `contributions_from_candidate`.
    const isCut = match?.level !== 'exact' && length > 1 && prepositions.has(wordAt(tokens, at + length - 1))
    if (
      words !== null &&
      match !== null &&
      (!isWhole || match.level === 'exact') &&
      !isCut &&
      !isOnlyDated(words, match)
    ) {
      return { said: { kind: 'column', words, isExact: false }, length }
    }
  }
  return null
}

const prepositions: ReadonlySet<string> = new Set('from of in to by for with on at per'.split(' '))

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

/**
 * "victims" are no date of death, though the word is another one for deaths, and "pickings" of a column `picked` are its
 * rows.
 */
function isOnlyDated([word = '', ...more]: readonly string[], { level, columns }: ColumnMatch): boolean {
  if (level !== 'synonym' || more.length > 0) return false
  return (countedNouns.has(normalWord(word)) || /ings?$/i.test(word)) && columns.every(isTemporal)
}

/** "follow-up" is `follow_up`, where nothing is called so in one word. */
function namedWords(words: readonly string[] | null, columns: readonly Column[]): readonly string[] | null {
  if (words === null || !words.some((word) => /\p{L}-\p{L}/u.test(word)) || matchColumns(words, columns) !== null)
    return words
  const parts = words.flatMap((word) => word.split('-'))
  return matchColumns(parts, columns)?.level === 'exact' ? parts : words
}

/** The texts of `length` words from `at`; null when there are fewer. */
function wordsFrom(tokens: readonly Token[], at: number, length: number): string[] | null {
  const slice = tokens.slice(at, at + length)
  // A number may end a name: "pop 2015" is POP_2015.
  const isNamed = (token: Token, index: number) => token.kind === 'word' || (token.kind === 'number' && index > 0)
  return slice.length === length && slice.every(isNamed) && isUnbroken(slice)
    ? slice.flatMap((token) => partsOfWord(token.text))
    : null
}

/** No name goes on behind a comma or a colon: "for each doctor: number of visits". */
function isUnbroken(slice: readonly Token[]): boolean {
  return slice.every((token, index) => token.from - (slice[index - 1]?.to ?? token.from) <= 1)
}

/** `temp_max`, `tempMax` and "follow-up" are two words. */
function partsOfWord(word: string): string[] {
  const parts = withPlainUnits(word)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
  return parts.filter((part) => part !== '')
}
