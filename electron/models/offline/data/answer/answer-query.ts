import type { QueryResult } from '../../../../../shared/tool-results.ts'
import { codeBlock, plainText } from '../../markdown.ts'
import { answer, type Step } from '../../step.ts'
import { describeFilters } from './describe-filters.ts'
import type { Filter } from '../request/request.ts'
import type { Query } from '../sql/query.ts'
import { resultSentence } from './result-sentence.ts'
import { rowsTable } from './rows-table.ts'

export type AnsweredQuery = {
  readonly query: Query
  readonly filters: readonly Filter[]
  readonly assumptions: readonly string[]
  readonly tableName: string
}

/** The answer in words, the first rows, the SQL that was run, and what was assumed. */
export function answerQuery({ query, filters, assumptions, tableName }: AnsweredQuery, result: QueryResult): Step {
  const where = describeFilters(filters)
  return answer(
    resultSentence(query, result, { file: `*${plainText(tableName)}*`, where }),
    isOneRow(query) || result.rows.length === 0 ? null : rowsTable(query, result),
    codeBlock(query.sql, 'sql'),
    assumptionList(assumptions),
  )
}

/** Of these the sentence tells everything. */
function isOneRow({ shape, groups }: Query): boolean {
  return shape === 'single' || shape === 'share' || (shape === 'duplicates' && groups.length === 0)
}

export function assumptionList(assumptions: readonly string[]): string | null {
  if (assumptions.length === 0) return null
  return `How I read your question:\n\n${[...new Set(assumptions)].map((each) => `- ${each}`).join('\n')}`
}
