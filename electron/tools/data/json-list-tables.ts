import { DuckDBTypeId } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { basename } from 'node:path'
import { flattenColumns, leavesOf } from './flatten-columns.ts'
import type { NestedColumn } from './flatten-columns.ts'
import { fieldsOf, type JsonTable, type ObjectRows } from './json-rows.ts'
import { readRows } from './read-rows.ts'
import { identifier } from './sql-text.ts'

/** Enough for what a person can tell apart. */
const mostLists = 20
const mostKeys = 12

/**
 * A table for each list of objects in rows: its rows are the elements of all lists. Of the row around them they have its
 * key alone, by which the two tables are joined: any figure of it would count once for every element.
 */
export async function listTables(
  connection: DuckDBConnection,
  rows: ObjectRows,
  lists: readonly NestedColumn[],
): Promise<readonly JsonTable[]> {
  if (lists.length === 0) return []
  const key = await keyOf(connection, rows)
  return lists.slice(0, mostLists).map((list) => listTable(list, rows, key))
}

function listTable(list: NestedColumn, { part, shown, from }: ObjectRows, key: NestedColumn | null): JsonTable {
  const fields = fieldsOf(list)
  const isTaken = fields.some(({ name }) => name.toLowerCase() === key?.name.toLowerCase())
  // An `id` beside others is one of orders: `orders id`.
  const isBare = key !== null && bareKey.test(key.name)
  const owner = part ?? basename(shown).replace(/\..*$/, '')
  const keys =
    key === null ? [] : [{ ...key, name: isTaken || isBare ? `${owner} ${key.name}` : key.name, sql: 'owner' }]
  const owners = key === null ? '' : `${key.sql} AS owner, `
  const each = `SELECT ${owners}unnest(${list.sql}) AS each`
  const said = keys.map(({ name }) => `, each with the ${identifier(name)} of its row`).join('')
  return {
    part: part === null ? list.name : `${part}.${list.name}`,
    select: (at) => `SELECT ${flattenColumns([...keys, ...fields])} FROM (${each} FROM ${from(at)})`,
    notes: [`The rows of “${list.name}” are what its lists hold${said}.`],
  }
}

/** What names a row: a key by its name, else a text, that is there once in every row. */
async function keyOf(connection: DuckDBConnection, { path, columns, from }: ObjectRows): Promise<NestedColumn | null> {
  const plain = columns.flatMap(leavesOf).filter(({ type }) => keyTypes.has(type.typeId) && type.alias !== 'JSON')
  const named = plain.filter(({ name }) => keyName.test(name))
  const texts = plain.filter(({ type }) => type.typeId === DuckDBTypeId.VARCHAR)
  const candidates = [...new Set([...named, ...texts])].slice(0, mostKeys)
  if (candidates.length === 0) return null
  const counts = candidates.map(({ sql }) => `count(DISTINCT ${sql})`).join(', ')
  const [[all, ...distinct] = []] = await readRows(connection, `SELECT count(*), ${counts} FROM ${from(path)}`)
  return candidates.find((_, index) => all !== 0 && distinct[index] === all) ?? null
}

const keyTypes: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.VARCHAR,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.INTEGER,
])

const bareKey = /^(?:id|key|code|nr|no|number|uuid|guid|ref|slug|name)$/i
const keyName = /(?:^|[._ -]|[a-z])(?:id|key|code|no|number|uuid|guid|ref|slug)$/i
