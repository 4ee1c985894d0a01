import { syntaxTree, type SyntaxNode } from './syntax-tree.ts'
import { visitNodes } from './visit-nodes.ts'

/**
 * Whether a query gives the same rows whenever it runs over the same files: nothing in it looks at the clock, rolls
 * dice or draws a sample. In doubt it does not. Throws as `syntaxTree` does.
 */
export async function isRepeatable(sql: string): Promise<boolean> {
  let isSo = true
  visitNodes(await syntaxTree(sql), (node) => {
    if (node['sample'] !== undefined || isChangingCall(node) || isClockName(node)) isSo = false
  })
  return isSo
}

/** For a test that compares it with what DuckDB says of its own functions. */
export const changingFunctions: ReadonlySet<string> = new Set(
  (
    'age ago current_connection_id current_database current_date current_localtime current_localtimestamp ' +
    'current_query current_query_id current_schema current_schemas current_transaction_id currval error ' +
    'gen_random_uuid get_current_time get_current_timestamp in_search_path nextval now pg_conf_load_time ' +
    'pg_postmaster_start_time random setseed sleep_ms stats today transaction_timestamp txid_current uuid uuidv4 ' +
    'uuidv7 write_log'
  ).split(' '),
)

/** Called without brackets, and columns for the parser. A real column of such a name only costs the cache. */
const clockNames = new Set(['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp'])

function isChangingCall(node: SyntaxNode): boolean {
  return node['type'] === 'FUNCTION' && changingFunctions.has(String(node['function_name']).toLowerCase())
}

function isClockName(node: SyntaxNode): boolean {
  if (node['type'] !== 'COLUMN_REF') return false
  const names = node['column_names'] as readonly string[]
  return names.some((name) => clockNames.has(name.toLowerCase()))
}
