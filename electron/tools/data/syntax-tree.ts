import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../../../shared/errors.ts'
import { literal } from './sql-text.ts'

/** A node of DuckDB's parse tree, as `json_serialize_sql` writes it. */
export type SyntaxNode = { readonly [key: string]: unknown }

/**
 * DuckDB's own parse tree of the one SELECT that a text is. `QUERY_INVALID` when it does not parse,
 * `QUERY_NOT_READ_ONLY` when it is anything else: only a SELECT has a tree.
 */
export async function syntaxTree(sql: string): Promise<SyntaxNode> {
  const remembered = known.get(sql)
  if (remembered !== undefined) return remembered
  const tree = await parse(sql)
  if (known.size >= mostKnown) known.delete([...known.keys()][0] ?? '')
  if (sql.length <= longestKnown) known.set(sql, tree)
  return tree
}

/** One call asks what a statement reads half a dozen times: who may run it, from what it is made, and to run it. */
const known = new Map<string, SyntaxNode>()
const mostKnown = 50
const longestKnown = 5000

async function parse(sql: string): Promise<SyntaxNode> {
  // DuckDB would read up to it and no further: what runs would not be what was judged.
  if (sql.includes('\0'))
    throw new AppError('QUERY_INVALID', 'The query contains a NUL character.', {
      hint: 'Send it without that character.',
    })
  const connection = await parser()
  const reader = await connection.runAndReadAll(
    `SELECT json_serialize_sql(${literal(sql)}, skip_null := true, skip_empty := true)`,
  )
  const tree = JSON.parse(String(reader.getRows()[0]?.[0])) as SyntaxNode
  if (tree['error'] === true) throw refusal(tree)
  const statements = tree['statements'] as readonly SyntaxNode[]
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
  return statements[0] as SyntaxNode
}

function refusal(tree: SyntaxNode): AppError {
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
