import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { completeNames } from '../words/complete-names.ts'
import { doubtfulWords } from '../words/doubtful-words.ts'
import { valuePhrases } from '../values/find-values.ts'
import type { OpenPhrase } from '../words/phrase.ts'
import { preferColumns } from '../columns/prefer-columns.ts'
import { readPhrases } from '../words/read-phrases.ts'
import { readRequest } from '../request/read-request.ts'
import type { Problem, Request, Unsettled, ValueLookup } from '../request/request.ts'
import { glossedWords } from '../words/glossed-words.ts'
import { nounsOfOtherNames, rowNounsIn, verbsOfRows } from '../columns/row-nouns.ts'
import { thingsBesideRows } from '../columns/things-beside-rows.ts'
import { wordsOfTable } from '../columns/words-of-table.ts'
import { splitQuestion } from '../words/split-question.ts'
import type { Table } from '../columns/table-columns.ts'
import { isValue } from '../values/is-value.ts'
import { presenceValues } from '../values/shown-values.ts'
import { verbsOfQuestion } from '../words/verbs-of-question.ts'
import type { Query } from '../sql/query.ts'
import { writeQuery } from '../sql/write-query.ts'

export type Interpretation = {
  readonly table: Table
  /** Words to look up among the table's values before it is final. */
  readonly open: readonly OpenPhrase[]
  /** Words that were read as columns though they may be values: to be looked up too. */
  readonly doubtful: readonly OpenPhrase[]
  readonly quality: number
} & (
  | {
      readonly kind: 'query'
      readonly query: Query
      readonly request: Request
      readonly assumptions: readonly string[]
      readonly unsettled: Unsettled | null
    }
  | { readonly kind: 'problem'; readonly problems: readonly Problem[] }
)

/**
 * A question as one query over one table, with every word accounted for, or what stands in the way. The table's own
 * name is first read as naming the table ("how many sales"), then as a column ("total sales").
 */
export function interpretQuestion(question: string, table: Table, lookup: ValueLookup): Interpretation {
  const nouns = nounsOfOtherNames(question, table)
  const things = thingsBesideRows(question, table)
  const tableWords = new Set([...wordsOfTable(table), ...nouns.map(normalWord)].filter((word) => !things.has(word)))
  const shownWords = presenceValues(question, table)
  const plainly = { lookup, valueWords: shownWords, passedWords: none, countsNamed: false }
  const asTable = withNote(interpretAs(question, table, { ...plainly, tableWords }), nouns)
  if (asTable.kind === 'query') return asTable
  const asColumn = interpretAs(question, table, { ...plainly, tableWords: new Set() })
  if (asColumn.kind === 'query') return asColumn
  // Before a lookup any of them may be a value.
  const isPossible = (word: string) => lookup === null || isValue(word, lookup)
  const runs = asTable.doubtful.flatMap(({ words }) => valuePhrases(words, false).filter(isPossible))
  const valueWords = new Set([...shownWords, ...runs.flatMap((run) => run.split(' '))])
  const asValues =
    valueWords.size === 0 ? asTable : interpretAs(question, table, { ...plainly, tableWords, valueWords })
  if (asValues.kind === 'query') return asValues
  const withNouns = interpretWithNouns(question, table, { ...plainly, tableWords, valueWords })
  return closerOf(closerOf(asTable, asValues), withNouns)
}

function withNote(read: Interpretation, nouns: readonly string[]): Interpretation {
  if (read.kind === 'problem') return read
  const named = wordsOfTable(read.table)
  const told = nouns.filter((noun) => !named.has(normalWord(noun))).map((noun) => rowsSentence(noun, read.table))
  return { ...read, assumptions: [...told, ...read.assumptions] }
}

function rowsSentence(noun: string, { name }: Table): string {
  return `“${plainText(noun)}” means the rows of *${plainText(name)}*`
}

const none: ReadonlySet<string> = new Set()

/** The reading with less in the way. */
function closerOf(first: Interpretation, second: Interpretation): Interpretation {
  if (first.kind === 'query') return first
  if (second.kind === 'query') return second
  return second.problems.length < first.problems.length || !second.problems.some(isUnexplained) ? second : first
}

function isUnexplained({ kind }: Problem): boolean {
  return kind === 'unexplained'
}

type WordsAs = {
  readonly lookup: ValueLookup
  readonly tableWords: ReadonlySet<string>
  readonly valueWords: ReadonlySet<string>
  readonly passedWords: ReadonlySet<string>
  readonly countsNamed: boolean
}

/**
 * A noun that is nothing else stands for the rows, and a verb only carries the sentence, once they are known to be no
 * value: "how many games did Arsenal play".
 */
function interpretWithNouns(question: string, table: Table, as: WordsAs): Interpretation {
  const { lookup, tableWords } = as
  const nouns = rowNounsIn(question, table, lookup)
  const verbs = verbsOfQuestion(question, verbsOfRows(table), lookup)
  const passedWords = new Set([...verbs, ...glossedWords(question, table.columns, lookup)])
  const read = interpretAs(question, table, {
    ...as,
    tableWords: new Set([...tableWords, ...nouns.words]),
    passedWords,
    countsNamed: true,
  })
  const used = wordsIn(question).filter(
    (word) => nouns.words.has(normalWord(word)) && !tableWords.has(normalWord(word)),
  )
  const isUnnamed = nouns.ofName.size === 0
  // Still to be looked up: a value comes first.
  const doubtful = [...used, ...passedWords].map((word): OpenPhrase => ({
    kind: 'open',
    words: [word],
    isQuoted: false,
    from: 0,
    to: 0,
  }))
  const about = {
    doubtful: [...read.doubtful, ...doubtful],
    quality: read.quality - (isUnnamed ? 2 : 0),
  }
  if (read.kind === 'problem') return { ...read, ...about }
  const said = [...new Set(used)].map((word) => rowsSentence(word, table))
  return { ...read, ...about, assumptions: [...said, ...read.assumptions] }
}

function wordsIn(question: string): readonly string[] {
  return question.match(/[\p{L}'’]+/gu) ?? []
}

function interpretAs(question: string, table: Table, { lookup, countsNamed, ...words }: WordsAs): Interpretation {
  const { columns } = table
  const said = readPhrases(splitQuestion(question), { columns, ...words })
  const phrases = preferColumns(completeNames(said, { question, columns }), { question, columns })
  const open = phrases.filter((phrase) => phrase.kind === 'open')
  const doubtful = doubtfulWords(phrases, table)
  const read = readRequest(phrases, { question, table, lookup, countsNamed, goesOn: false })
  const { request, problems, unsettled } = read
  const quality = read.quality + wordsNaming(question, table)
  const about = { table, open, doubtful, quality }
  if (problems.length > 0) return { kind: 'problem', ...about, problems }
  const written = writeQuery(request, table)
  if (written.kind === 'problem') return { kind: 'problem', ...about, problems: [written.problem] }
  const { query } = written
  const assumptions = [...read.assumptions, ...query.assumptions]
  return { kind: 'query', ...about, query, request, assumptions, unsettled }
}

/**
 * "sales" may stand for a column and still speaks for sales.csv, when two tables are otherwise equal; the name of a list
 * or a sheet inside of a file more so than that of the file.
 */
function wordsNaming(question: string, table: Table): number {
  const words = wordsOfName(question)
  const tableWords = wordsOfTable(table)
  const partWords = new Set(wordsOfName(table.name.split('#')[1] ?? ''))
  if (words.some((word) => partWords.has(word))) return 2
  return words.some((word) => tableWords.has(word)) ? 1 : 0
}
