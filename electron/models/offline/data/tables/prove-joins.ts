import { queryResult } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import type { Join } from './find-joins.ts'
import { fromTable } from './from-clause.ts'
import { identifier } from '../sql/sql-parts.ts'

/**
 * A join that holds, and how many rows of the first table have no partner in the second. `isOneToOne`: no row of the
 * second stands beside more than one of the first, so nothing of it counts twice.
 */
export type ProvedJoin = { readonly join: Join; readonly alone: number; readonly isOneToOne: boolean }

/** Below this share of rows with a partner, equal names were a coincidence. Without equal names all must have one. */
const leastPartners = 0.5

/** Which joins hold in the data: the key stands once in the second table, and the rows of the first find theirs. */
export function proveJoins(situation: Situation, joins: readonly Join[]): Known<readonly ProvedJoin[]> {
  const calls = joins.map((join) => ({ name: 'query_data', input: { sql: proof(join) } }))
  const asked = askTools(situation, calls, queryResult)
  if (asked.kind === 'step') return asked
  return known(
    joins.flatMap((join, index) => {
      const result = asked.value[index]
      const [repeated = 1, rows = 0, partners = 0, again = 1] =
        result?.kind === 'ok' ? (result.value.rows[0] ?? []).map((cell) => Number(cell)) : []
      const isHeld = repeated === 0 && rows > 0 && partners >= rows * (join.isNamed ? leastPartners : 1)
      return isHeld ? [{ join, alone: rows - partners, isOneToOne: again === 0 }] : []
    }),
  )
}

function proof({ many, one, key }: Join): string {
  const [from, to] = [fromTable(many), fromTable(one)]
  const [held, unique] = [identifier(key.many.name), identifier(key.one.name)]
  return [
    `SELECT (SELECT count(${unique}) - count(DISTINCT ${unique}) FROM ${to}) AS "repeated keys",`,
    `  (SELECT count(*) FROM ${from}) AS "rows",`,
    `  (SELECT count(*) FROM ${from} WHERE ${held} IN (SELECT ${unique} FROM ${to})) AS "with a partner",`,
    `  (SELECT count(${held}) - count(DISTINCT ${held}) FROM ${from}) AS "keys said again"`,
  ].join('\n')
}
