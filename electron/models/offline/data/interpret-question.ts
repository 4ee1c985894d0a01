import { normalWord, wordsOfName } from '../words.ts'
import { readPhrases, type Phrase } from './read-phrases.ts'
import { readRequest } from './read-request.ts'
import type { Problem, Request, ValueLookup } from './request.ts'
import { splitQuestion } from './split-question.ts'
import type { Table } from './table-columns.ts'
import type { Query } from './query.ts'
import { writeQuery } from './write-query.ts'

export type Interpretation = {
  readonly table: Table
  /** Words to look up among the table's values before it is final. */
  readonly open: readonly (Phrase & { readonly kind: 'open' })[]
  readonly quality: number
} & (
  | {
      readonly kind: 'query'
      readonly query: Query
      readonly request: Request
      readonly assumptions: readonly string[]
    }
  | { readonly kind: 'problem'; readonly problems: readonly Problem[] }
)

/**
 * A question as one query over one table, with every word accounted for, or what stands in the way. The table's own
 * name is first read as naming the table ("how many sales"), then as a column ("total sales").
 */
export function interpretQuestion(question: string, table: Table, lookup: ValueLookup): Interpretation {
  const tableWords = wordsOfTable(table)
  const asTable = interpretAs(question, table, { lookup, tableWords })
  if (asTable.kind === 'query') return asTable
  const asColumn = interpretAs(question, table, { lookup, tableWords: new Set() })
  return asColumn.kind === 'query' ? asColumn : asTable
}

function interpretAs(
  question: string,
  table: Table,
  { lookup, tableWords }: { readonly lookup: ValueLookup; readonly tableWords: ReadonlySet<string> },
): Interpretation {
  const phrases = readPhrases(splitQuestion(question), { columns: table.columns, tableWords })
  const open = phrases.filter((phrase) => phrase.kind === 'open')
  const read = readRequest(phrases, table.columns, lookup)
  const { request, problems, assumptions } = read
  const quality = read.quality + (namesTable(question, table) ? 1 : 0)
  if (problems.length > 0) return { kind: 'problem', table, open, quality, problems }
  const written = writeQuery(request, table)
  if (written.kind === 'problem') return { kind: 'problem', table, open, quality, problems: [written.problem] }
  const { query } = written
  return { kind: 'query', table, open, quality, query, request, assumptions: [...assumptions, ...query.assumptions] }
}

function wordsOfTable(table: Table): ReadonlySet<string> {
  return new Set(wordsOfName(table.name.replace(/\.\w+(?=#|$)/, '')).map(normalWord))
}

/** "sales" may stand for a column and still speaks for sales.csv, when two tables are otherwise equal. */
function namesTable(question: string, table: Table): boolean {
  const tableWords = wordsOfTable(table)
  return wordsOfName(question).some((word) => tableWords.has(word))
}
