import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../../../shared/errors.ts'
import { literal } from './sql-text.ts'

/**
 * Table functions a query may call: they make rows out of their arguments. Every other one is refused, because among
 * them are those that read files (`read_text`), run text as SQL (`query`), and change the engine (`enable_logging`,
 * which can also end the process).
 */
const harmlessTableFunctions = new Set([
  'range',
  'generate_series',
  'unnest',
  'repeat',
  'repeat_row',
  'json_each',
  'json_tree',
])

/** What a query may be is judged on DuckDB's own parse tree, never on its text: only a SELECT has one. */
export async function parseQuery(sql: string): Promise<string[]> {
  const tree = await syntaxTree(sql)
  const named = new Set<string>()
  const ownNames = new Set<string>()
  visit(tree, (node) => {
    if (node['type'] === 'TABLE_FUNCTION') refuseUnlessHarmless(node)
    if (node['type'] === 'BASE_TABLE') named.add(tableName(node))
    for (const name of cteNames(node)) ownNames.add(name.toLowerCase())
  })
  return [...named].filter((name) => !ownNames.has(name.toLowerCase()))
}

type Node = { readonly [key: string]: unknown }

async function syntaxTree(sql: string): Promise<Node> {
  // DuckDB would read up to it and no further: what runs would not be what was judged.
  if (sql.includes('\0'))
    throw new AppError('QUERY_INVALID', 'The query contains a NUL character.', {
      hint: 'Send it without that character.',
    })
  const connection = await parser()
  const reader = await connection.runAndReadAll(
    `SELECT json_serialize_sql(${literal(sql)}, skip_null := true, skip_empty := true)`,
  )
  const tree = JSON.parse(String(reader.getRows()[0]?.[0])) as Node
  if (tree['error'] === true) throw refusal(tree)
  const statements = tree['statements'] as readonly Node[]
  if (statements.length !== 1) {
    throw statements.length === 0
      ? new AppError('QUERY_INVALID', 'The query is empty.', { hint: 'Write one SELECT statement.' })
      : new AppError('QUERY_NOT_READ_ONLY', `This is ${statements.length} statements; only one may run at a time.`, {
          hint: 'Send each SELECT by itself.',
        })
  }
  if (tree['named_param_map'] !== undefined || statements[0]?.['named_param_map'] !== undefined)
    throw new AppError('QUERY_INVALID', 'The query has a placeholder (? or $name) that nothing fills in.', {
      hint: 'Write the value itself into the query.',
    })
  return statements[0] as Node
}

function refusal(tree: Node): AppError {
  if (tree['error_type'] === 'parser')
    return new AppError('QUERY_INVALID', `The SQL does not parse: ${String(tree['error_message'])}.`)
  return new AppError(
    'QUERY_NOT_READ_ONLY',
    'Only one SELECT statement may run: nothing that writes, attaches, installs or changes settings.',
    {
      hint: 'Rewrite it as a SELECT. EXPLAIN is not available, and PIVOT needs its values: PIVOT t ON column IN (…) USING ….',
    },
  )
}

let parserConnection: Promise<DuckDBConnection> | undefined

/** A connection that only ever parses; it may not open anything. */
function parser(): Promise<DuckDBConnection> {
  parserConnection ??= DuckDBInstance.create(':memory:', {
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    lock_configuration: 'true',
    threads: '1',
  }).then((instance) => instance.connect())
  return parserConnection
}

function visit(value: unknown, see: (node: Node) => void): void {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) see(next as Node)
    waiting.push(...Object.values(next).toReversed())
  }
}

/** Unquoted `sales.csv` parses as schema and table, `a.b.csv` as catalog, schema and table: names of files all the same. */
function tableName(node: Node): string {
  return [node['catalog_name'], node['schema_name'], node['table_name']]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join('.')
}

function cteNames(node: Node): string[] {
  const map = (node['cte_map'] as { readonly map?: readonly { readonly key: string }[] } | undefined)?.map ?? []
  return map.map((entry) => entry.key)
}

function refuseUnlessHarmless(node: Node): void {
  const name = String((node['function'] as Node | undefined)?.['function_name']).toLowerCase()
  if (harmlessTableFunctions.has(name)) return
  throw new AppError('QUERY_NOT_READ_ONLY', `The function ${name}() is not available in queries.`, {
    hint: "To read a file, name it directly: SELECT * FROM 'sales.csv'.",
  })
}
