import { queryResult } from '../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../ask-tool.ts'
import { answer, known, unknown, type Known } from '../step.ts'
import { valueForms, valuePhrases } from './find-values.ts'
import type { Interpretation } from './interpret-question.ts'
import type { ValueHit, ValueLookup } from './request.ts'
import { identifier, literal } from './sql-parts.ts'
import { isText, type Table } from './table-columns.ts'

/** Looks up the open words of each interpretation among its table's text values, all tables at once. */
export function lookUpValues(
  situation: Situation,
  interpretations: readonly Interpretation[],
): Known<readonly ValueLookup[]> {
  const queries = interpretations.map(lookupQuery)
  const calls = queries.flatMap((sql) => (sql === null ? [] : [{ name: 'query_data', input: { sql } }]))
  const asked = askTools(situation, calls, queryResult)
  if (asked.kind === 'step') return asked
  const failed = asked.value.find((each) => each.kind === 'failed')
  if (failed !== undefined) return unknown(answer(failed.sentence))
  const results = [...asked.value]
  return known(
    interpretations.map((interpretation, index) => {
      const result = queries[index] === null ? undefined : results.shift()
      // Of a cut list nobody knows what is missing: better to find nothing than half.
      const rows = result?.kind === 'ok' && !result.value.truncated ? result.value.rows : []
      return toLookup(
        phrasesOf(interpretation),
        rows.map(([column, value]) => ({ column: String(column), value: String(value) })),
      )
    }),
  )
}

function phrasesOf({ open }: Interpretation): string[] {
  return [...new Set(open.flatMap(({ words, isQuoted }) => valuePhrases(words, isQuoted)))]
}

/** Null when there is nothing to look up, or no column of text to look in. */
function lookupQuery(interpretation: Interpretation): string | null {
  const { table } = interpretation
  const forms = [...new Set(phrasesOf(interpretation).flatMap(valueForms))]
  const columns = table.columns.filter(isText)
  if (forms.length === 0 || columns.length === 0) return null
  return columns.map(({ name }) => columnQuery(table, name, forms)).join('\nUNION ALL\n')
}

function columnQuery(table: Table, column: string, forms: readonly string[]): string {
  const name = identifier(column)
  return `SELECT DISTINCT ${literal(column)} AS "column", CAST(${name} AS VARCHAR) AS "value" FROM ${literal(table.name)} WHERE lower(trim(CAST(${name} AS VARCHAR))) IN (${forms.map(literal).join(', ')})`
}

function toLookup(phrases: readonly string[], hits: readonly ValueHit[]): ValueLookup {
  return new Map(
    phrases.map((phrase) => {
      const exact = hits.filter((hit) => hit.value.trim().toLowerCase() === phrase)
      const forms = new Set(valueForms(phrase))
      return [phrase, exact.length > 0 ? exact : hits.filter((hit) => forms.has(hit.value.trim().toLowerCase()))]
    }),
  )
}
