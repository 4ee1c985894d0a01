import { matchColumns } from '../columns/match-columns.ts'
import type { OpenPhrase, Phrase } from './phrase.ts'
import type { Table } from '../columns/table-columns.ts'

/**
 * Words read as columns that may as well be values, alone or with the unknown words beside them: rain is precipitation
 * and a weather; "american airlines" is one name, though a column speaks of airlines, and "Primera Division" is one of
 * the column called division.
 */
export function doubtfulWords(phrases: readonly Phrase[], { columns }: Table): OpenPhrase[] {
  return phrases.flatMap((phrase, index) => {
    if (phrase.kind !== 'column' || phrase.isExact) return []
    const level = matchColumns(phrase.words, columns)?.level
    const { from, to } = phrase
    const alone: OpenPhrase[] =
      level === 'synonym' ? [{ kind: 'open', words: phrase.words, isQuoted: false, from, to }] : []
    const [before, after] = [phrases[index - 1], phrases[index + 1]]
    const words = [...openWords(before), ...phrase.words, ...openWords(after)]
    return words.length > phrase.words.length ? [...alone, { kind: 'open', words, isQuoted: false, from, to }] : alone
  })
}

function openWords(phrase: Phrase | undefined): readonly string[] {
  return phrase?.kind === 'open' && !phrase.isQuoted ? phrase.words : []
}
