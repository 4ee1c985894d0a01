import { queryResult } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { answer, known, unknown, type Known } from '../../step.ts'
import { isText, partsOf, type Table } from '../columns/table-columns.ts'
import type { ValueHit } from '../request/request.ts'
import { identifier, literal } from '../sql/sql-parts.ts'
import { fromTable } from '../tables/from-clause.ts'

/** A search through the text columns of a table. */
export type ValueSearch = {
  readonly table: Table
  /** The queries for one file of it, each of a column and a value. */
  readonly queriesFor: (part: Table) => readonly string[]
}

/**
 * What each search finds, in the order of the table's columns. Two joined tables are searched each by itself, so that
 * what is known of one serves every join with it. Nothing of a list that was cut.
 */
export function searchValues(
  situation: Situation,
  searches: readonly ValueSearch[],
): Known<readonly (readonly ValueHit[])[]> {
  const parts = searches.map(({ table, queriesFor }) =>
    partsOf(table).map((part) => ({ ...part, queries: part.table.columns.some(isText) ? queriesFor(part.table) : [] })),
  )
  const queries = [...new Set(parts.flatMap((each) => each.flatMap((part) => part.queries)))]
  const calls = queries.map((sql) => ({ name: 'query_data', input: { sql } }))
  const asked = askTools(situation, calls, queryResult)
  if (asked.kind === 'step') return asked
  const failed = asked.value.find((each) => each.kind === 'failed')
  if (failed !== undefined) return unknown(answer(failed.sentence))
  const rows = new Map(
    asked.value.map((result, index) => {
      // Of a cut list nobody knows what is missing: better to find nothing than half.
      const found = result.kind === 'ok' && !result.value.truncated ? result.value.rows : []
      return [queries[index] ?? '', found.map(([column, value]) => ({ column: String(column), value: String(value) }))]
    }),
  )
  return known(
    parts.map((each, index) => {
      const hits = each.flatMap((part) => part.queries.flatMap((sql) => named(rows.get(sql) ?? [], part.names)))
      return inOrder(hits, searches[index]?.table.columns ?? [])
    }),
  )
}

/** With the columns as they are called where two tables are joined. */
function named(hits: readonly ValueHit[], names: ReadonlyMap<string, string>): readonly ValueHit[] {
  return hits.flatMap(({ column, value }) => {
    const name = names.get(column)
    return name === undefined ? [] : [{ column: name, value }]
  })
}

function inOrder(hits: readonly ValueHit[], columns: Table['columns']): readonly ValueHit[] {
  const places = new Map(columns.map(({ name }, index) => [name, index]))
  const placeOf = ({ column }: ValueHit) => places.get(column) ?? columns.length
  return hits.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.value < b.value ? -1 : 1))
}

/** `valueKey` in SQL. */
export const keyOfValue = `trim(regexp_replace(strip_accents(lower("value")), '[^\\p{L}\\p{N}]+', ' ', 'g'))`

/**
 * The different values of all text columns in one pass over the file, each once, before anything is compared: a regular
 * expression for every row is slow.
 */
export function textValues(table: Table): string {
  const names = table.columns.filter(isText).map(({ name }) => name)
  const columns = names.map(literal).join(', ')
  const values = names.map((name) => `CAST(${identifier(name)} AS VARCHAR)`).join(', ')
  return `SELECT DISTINCT unnest([${columns}]) AS "column", unnest([${values}]) AS "value" FROM ${fromTable(table)}`
}
