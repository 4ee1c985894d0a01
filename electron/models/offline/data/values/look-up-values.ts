import { lightWords } from '../../grammar/stop-words.ts'
import { queryResult } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { answer, known, unknown, type Known } from '../../step.ts'
import { nearestHits, valueForms, valuePhrases } from './find-values.ts'
import { fromTable } from '../tables/from-clause.ts'
import type { Interpretation } from '../resolve/interpret-question.ts'
import type { ValueHit, ValueLookup } from '../request/request.ts'
import { identifier, literal } from '../sql/sql-parts.ts'
import { isText, type Table } from '../columns/table-columns.ts'

/** What is looked up where: the open words of a reading over one table. */
export type OpenReading = Pick<Interpretation, 'table' | 'open' | 'doubtful'>

/** Looks up the open words of each reading among its table's values, all tables at once. */
export function lookUpValues(
  situation: Situation,
  readings: readonly OpenReading[],
): Known<readonly NonNullable<ValueLookup>[]> {
  const results = queryValues(
    situation,
    readings.map((reading) => lookupQuery(reading)),
  )
  if (results.kind === 'step') return results
  return known(
    readings.map((reading, index) => {
      const hits = results.value[index] ?? []
      const light = lightIn(reading)
      return new Map(
        phrasesOf(reading).map((phrase) => [
          phrase,
          nearestHits(phrase, hits).filter((hit) => !isByChance(phrase, hit, light)),
        ]),
      )
    }),
  )
}

/** Columns and values that each query finds; nothing for null, and nothing of a list that was cut. */
export function queryValues(
  situation: Situation,
  queries: readonly (string | null)[],
): Known<readonly (readonly ValueHit[])[]> {
  const calls = queries.flatMap((sql) => (sql === null ? [] : [{ name: 'query_data', input: { sql } }]))
  const asked = askTools(situation, calls, queryResult)
  if (asked.kind === 'step') return asked
  const failed = asked.value.find((each) => each.kind === 'failed')
  if (failed !== undefined) return unknown(answer(failed.sentence))
  const results = [...asked.value]
  return known(
    queries.map((sql) => {
      const result = sql === null ? undefined : results.shift()
      // Of a cut list nobody knows what is missing: better to find nothing than half.
      const rows = result?.kind === 'ok' && !result.value.truncated ? result.value.rows : []
      return rows.map(([column, value]) => ({ column: String(column), value: String(value) }))
    }),
  )
}

/** The words of grammar in small letters that a reading leaves open, but for quoted ones. */
function lightIn({ open, doubtful }: OpenReading): ReadonlySet<string> {
  const words = [...open, ...doubtful].flatMap((phrase) => (phrase.isQuoted ? [] : phrase.words))
  return new Set(words.filter((word) => lightWords.has(word)))
}

/** "show up" is not the film `Up`, though `up` may be a direction. */
function isByChance(phrase: string, { value }: ValueHit, light: ReadonlySet<string>): boolean {
  return light.has(phrase) && value !== phrase
}

function phrasesOf({ open, doubtful }: OpenReading): string[] {
  return [...new Set([...open, ...doubtful].flatMap(({ words, isQuoted }) => valuePhrases(words, isQuoted)))]
}

/** Null when there is nothing to look up, or no column of text to look in. */
function lookupQuery(reading: OpenReading): string | null {
  const { table } = reading
  const forms = [...new Set(phrasesOf(reading).flatMap((phrase) => valueForms(phrase).flat()))]
  const columns = table.columns.filter(isText)
  if (forms.length === 0 || columns.length === 0) return null
  const wanted = `IN (${forms.map(literal).join(', ')})`
  const values = columns.map(({ name }) => valuesOf(table, name)).join('\nUNION ALL\n')
  return `SELECT "column", "value" FROM (\n${values}\n) WHERE lower(trim("value")) ${wanted} OR ${keyOfValue} ${wanted}`
}

/** `valueKey` in SQL. */
export const keyOfValue = `trim(regexp_replace(strip_accents(lower("value")), '[^\\p{L}\\p{N}]+', ' ', 'g'))`

/** The different values of a column, each once, before anything is compared: a regular expression for every row is slow. */
export function valuesOf(table: Table, column: string): string {
  const name = identifier(column)
  return `SELECT DISTINCT ${literal(column)} AS "column", CAST(${name} AS VARCHAR) AS "value" FROM ${fromTable(table)}`
}
