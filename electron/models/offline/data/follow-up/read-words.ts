import { normalWord } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { nounsOfOtherNames, rowNounsIn, verbsOfRows } from '../columns/row-nouns.ts'
import type { Column, Table } from '../columns/table-columns.ts'
import { wordsOfTable } from '../columns/words-of-table.ts'
import { readRequest } from '../request/read-request.ts'
import type { ReadRequest, ValueLookup } from '../request/request.ts'
import { isValue } from '../values/is-value.ts'
import type { Phrase } from '../words/phrase.ts'
import { readPhrases, type ReadingOf } from '../words/read-phrases.ts'
import { splitQuestion } from '../words/split-question.ts'
import { verbsOfQuestion } from '../words/verbs-of-question.ts'

/**
 * The words of a follow-up as a request of its own: the table's name first as columns, then as naming the table, and
 * where that leaves something with nouns for the rows and verbs that only carry the sentence. `goesOn`: a rank may be of
 * what was computed before.
 */
export function readWords(
  text: string,
  table: Table,
  {
    lookup,
    goesOn,
    earlierDate,
  }: { readonly lookup: ValueLookup; readonly goesOn: boolean; readonly earlierDate: Column | null },
): ReadRequest {
  const valueWords = valuesAmong(text, table, lookup)
  const read = (words: Partial<ReadingOf>) =>
    readRequest(phrasesWith(text, table, { valueWords, ...words }), {
      question: text,
      table,
      lookup,
      countsNamed: false,
      goesOn,
      earlierDate,
    })
  const nouns = nounsOfOtherNames(text, table).map(normalWord)
  const asColumns = read({ tableWords: new Set(nouns) })
  if (asColumns.problems.length === 0) return asColumns
  const named = [...nouns, ...wordsOfTable(table)]
  const asTable = read({ tableWords: new Set(named) })
  if (asTable.problems.length === 0) return asTable
  const verbs = verbsOfRows(table)
  return read({
    tableWords: new Set([...named, ...rowNounsIn(text, table, lookup).words]),
    passedWords: new Set([...verbsOfQuestion(text, verbs, lookup), ...pointing]),
  })
}

/** Point to what was found before, which the request before knows. */
const pointing: readonly string[] = 'they them those these their it that one ones'.split(' ')

/** "for full-time people" is a value, though a column called `full_name` begins so: what changes is mostly a condition. */
function valuesAmong(text: string, { columns }: Table, lookup: ValueLookup): ReadonlySet<string> {
  const isDoubtful = (word: string) => (matchColumns([word], columns)?.level ?? 'exact') !== 'exact'
  const words = wordsIn(text).map((word) => word.toLowerCase())
  return new Set(words.filter((word) => isDoubtful(word) && isValue(word, lookup)))
}

/** The single words of a follow-up, any of which may be a value. */
export function wordsIn(text: string): readonly string[] {
  return splitQuestion(text).flatMap((token) => (token.kind === 'word' ? [token.text] : []))
}

export function phrasesOf(text: string, table: Table): readonly Phrase[] {
  return phrasesWith(text, table, { tableWords: new Set(nounsOfOtherNames(text, table).map(normalWord)) })
}

function phrasesWith(text: string, { columns }: Table, words: Partial<ReadingOf>): readonly Phrase[] {
  const none: ReadonlySet<string> = new Set()
  return readPhrases(splitQuestion(text), {
    columns,
    tableWords: none,
    valueWords: none,
    passedWords: none,
    ...words,
  })
}
