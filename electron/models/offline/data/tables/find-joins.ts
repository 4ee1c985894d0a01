import { wordsOfFile } from '../../mention-files.ts'
import { wordsOfName } from '../../words.ts'
import { fromTable } from './from-clause.ts'
import { identifier } from '../sql/sql-parts.ts'
import { isNumeric, isText, partsOf, type Column, type Table } from '../columns/table-columns.ts'

/**
 * Two tables put together: each row of `many` with the row of `one` whose key it holds, if there is one. `table` is the
 * result, with the columns of `one` under names of their own.
 */
export type Join = {
  readonly many: Table
  readonly one: Table
  readonly key: { readonly many: Column; readonly one: Column }
  /** Whether the key's columns are called alike; else only their values speak for it. */
  readonly isNamed: boolean
  readonly table: Table
  /** Columns of `one` by their name in `table`. */
  readonly added: ReadonlyMap<string, Column>
}

/** The joins that names and types allow, with a key that is there once in `one`. Nothing is proved yet. */
export function findJoins(tables: readonly Table[]): readonly Join[] {
  return tables.flatMap((many) => tables.flatMap((one) => (many === one ? [] : joinsOf(many, one))))
}

function joinsOf(many: Table, one: Table): readonly Join[] {
  const keys = one.columns.filter((column) => isKey(column, one))
  const pairs = keys.flatMap((key) =>
    many.columns.filter((column) => isSameKind(column, key)).map((column) => ({ many: column, one: key })),
  )
  const named = pairs.filter((pair) => isCalledAlike(pair, one))
  const chosen = named.length > 0 ? named : pairs.filter(mayHoldKey)
  return chosen.map((key) => joinTables(many, one, { key, isNamed: named.length > 0 }))
}

/** Once in every row. Of large files the number of distinct values is an estimate, so the proof is left to a query. */
function isKey({ distinct, missing }: Column, { rows }: Table): boolean {
  return rows > 1 && missing === 0 && distinct >= rows * 0.95
}

function isSameKind(a: Column, b: Column): boolean {
  const isWhole = (column: Column) => isNumeric(column) && !/^(DOUBLE|FLOAT|REAL|DECIMAL)/.test(column.type)
  return (isText(a) && isText(b)) || (isWhole(a) && isWhole(b))
}

/** `customer_id` in both, or `customer_id` for the `id` of customers. */
function isCalledAlike(pair: { readonly many: Column; readonly one: Column }, one: Table): boolean {
  const asked = wordsOfName(pair.many.name).join(' ')
  const key = wordsOfName(pair.one.name)
  return asked === key.join(' ') || asked === [...wordsOfFile(one.name), ...key].join(' ')
}

/** Names of people are a key of texts; numbers called differently say nothing. */
function mayHoldKey({ many, one }: { readonly many: Column; readonly one: Column }): boolean {
  const isWithin = String(many.min) >= String(one.min) && String(many.max) <= String(one.max)
  return isText(many) && many.distinct > 1 && many.distinct <= one.distinct && isWithin
}

function joinTables(many: Table, one: Table, of: Pick<Join, 'key' | 'isNamed'>): Join {
  const added = new Map<string, Column>()
  const isTaken = (name: string) => many.columns.some((each) => each.name.toLowerCase() === name.toLowerCase())
  for (const column of one.columns) {
    if (column === of.key.one) continue
    const name = isTaken(column.name) ? `${wordsOfFile(one.name).join(' ')} ${column.name}` : column.name
    if (!isTaken(name)) added.set(name, column)
  }
  const columns = [...many.columns, ...[...added].map(([name, column]) => ({ ...column, name }))]
  const table: Table = { name: `${many.name} + ${one.name}`, rows: many.rows, columns }
  const join = { many, one, ...of, table, added }
  const parts = [
    ...partsOf(many),
    { table: one, names: new Map([...added].map(([name, column]) => [column.name, name])) },
  ]
  return { ...join, table: { ...table, derived: { sql: joinClause(join, [...added.keys()]), parts } } }
}

/** The two tables as one, with only those columns of the second that are needed. */
export function joinClause({ many, one, key, added }: Omit<Join, 'table'>, needed: readonly string[]): string {
  const columns = needed.map((name) => `, o.${identifier(added.get(name)?.name ?? name)} AS ${identifier(name)}`)
  return [
    `(SELECT m.*${columns.join('')}`,
    ` FROM ${fromTable(many)} AS m`,
    ` LEFT JOIN ${fromTable(one)} AS o ON m.${identifier(key.many.name)} = o.${identifier(key.one.name)})`,
  ].join('\n')
}
