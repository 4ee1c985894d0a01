import { plainText } from '../markdown.ts'
import { normalWord, wordsOfName } from '../words.ts'
import { doubtfulWords } from './doubtful-words.ts'
import { valuePhrases } from './find-values.ts'
import type { OpenPhrase } from './phrase.ts'
import { preferColumns } from './prefer-columns.ts'
import { readPhrases } from './read-phrases.ts'
import { readRequest } from './read-request.ts'
import type { Problem, Request, Unsettled, ValueLookup } from './request.ts'
import { isValue, nameWithoutEnding, rowNounsIn } from './row-nouns.ts'
import { splitQuestion } from './split-question.ts'
import type { Table } from './table-columns.ts'
import type { Query } from './query.ts'
import { writeQuery } from './write-query.ts'

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
  const tableWords = wordsOfTable(table)
  const plainly = { lookup, valueWords: new Set<string>(), countsNamed: false }
  const asTable = interpretAs(question, table, { ...plainly, tableWords })
  if (asTable.kind === 'query') return asTable
  const asColumn = interpretAs(question, table, { ...plainly, tableWords: new Set() })
  if (asColumn.kind === 'query') return asColumn
  // Before a lookup any of them may be a value.
  const isPossible = (word: string) => lookup === null || isValue(word, lookup)
  const runs = asTable.doubtful.flatMap(({ words }) => valuePhrases(words, false).filter(isPossible))
  const valueWords = new Set(runs.flatMap((run) => run.split(' ')))
  const asValues =
    valueWords.size === 0 ? asTable : interpretAs(question, table, { ...plainly, tableWords, valueWords })
  if (asValues.kind === 'query') return asValues
  const withNouns = interpretWithNouns(question, table, { ...plainly, tableWords, valueWords })
  return withNouns ?? closerOf(asTable, asValues)
}

/** The reading with less in the way. */
function closerOf(first: Interpretation, second: Interpretation): Interpretation {
  if (first.kind === 'query' || second.kind === 'query') return first
  return second.problems.length < first.problems.length || !second.problems.some(isUnexplained) ? second : first
}

function isUnexplained({ kind }: Problem): boolean {
  return kind === 'unexplained'
}

type WordsAs = {
  readonly lookup: ValueLookup
  readonly tableWords: ReadonlySet<string>
  readonly valueWords: ReadonlySet<string>
  readonly countsNamed: boolean
}

/** A noun that is nothing else stands for the rows, once it is known to be no value: "how many athletes". */
function interpretWithNouns(question: string, table: Table, as: WordsAs): Interpretation | null {
  const { lookup, tableWords } = as
  const nouns = rowNounsIn(question, table, lookup)
  const read = interpretAs(question, table, {
    ...as,
    tableWords: new Set([...tableWords, ...nouns.words]),
    countsNamed: true,
  })
  if (read.kind === 'problem') return null
  const used = wordsIn(question).filter(
    (word) => nouns.words.has(normalWord(word)) && !tableWords.has(normalWord(word)),
  )
  const isUnnamed = nouns.ofName.size === 0
  // Still to be looked up: a value comes first.
  const doubtful = used.map((word): OpenPhrase => ({ kind: 'open', words: [word], isQuoted: false, from: 0, to: 0 }))
  const said = [...new Set(used)].map((word) => `“${plainText(word)}” means the rows of *${plainText(table.name)}*`)
  return {
    ...read,
    doubtful: [...read.doubtful, ...doubtful],
    quality: read.quality - (isUnnamed ? 2 : 0),
    assumptions: [...said, ...read.assumptions],
  }
}

function wordsIn(question: string): readonly string[] {
  return question.match(/[\p{L}'’]+/gu) ?? []
}

function interpretAs(question: string, table: Table, { lookup, countsNamed, ...words }: WordsAs): Interpretation {
  const { columns } = table
  const phrases = preferColumns(readPhrases(splitQuestion(question), { columns, ...words }), { question, columns })
  const open = phrases.filter((phrase) => phrase.kind === 'open')
  const doubtful = doubtfulWords(phrases, table)
  const read = readRequest(phrases, { question, table, lookup, countsNamed })
  const { request, problems, unsettled } = read
  const quality = read.quality + (namesTable(question, table) ? 1 : 0)
  const about = { table, open, doubtful, quality }
  if (problems.length > 0) return { kind: 'problem', ...about, problems }
  const written = writeQuery(request, table)
  if (written.kind === 'problem') return { kind: 'problem', ...about, problems: [written.problem] }
  const { query } = written
  const assumptions = [...read.assumptions, ...query.assumptions]
  return { kind: 'query', ...about, query, request, assumptions, unsettled }
}

function wordsOfTable(table: Table): ReadonlySet<string> {
  return new Set(wordsOfName(nameWithoutEnding(table)).map(normalWord))
}

/** "sales" may stand for a column and still speaks for sales.csv, when two tables are otherwise equal. */
function namesTable(question: string, table: Table): boolean {
  const tableWords = wordsOfTable(table)
  return wordsOfName(question).some((word) => tableWords.has(word))
}
