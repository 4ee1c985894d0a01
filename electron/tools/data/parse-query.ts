import { AppError } from '../../../shared/errors.ts'
import { syntaxTree, type SyntaxNode } from './syntax-tree.ts'
import { visitNodes } from './visit-nodes.ts'

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
  visitNodes(tree, (node) => {
    if (node['type'] === 'TABLE_FUNCTION') refuseUnlessHarmless(node)
    if (node['type'] === 'BASE_TABLE') named.add(tableName(node))
    for (const name of cteNames(node)) ownNames.add(name.toLowerCase())
  })
  return [...named].filter((name) => !ownNames.has(name.toLowerCase()))
}

/** Unquoted `sales.csv` parses as schema and table, `a.b.csv` as catalog, schema and table: names of files all the same. */
function tableName(node: SyntaxNode): string {
  return [node['catalog_name'], node['schema_name'], node['table_name']]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join('.')
}

function cteNames(node: SyntaxNode): string[] {
  const map = (node['cte_map'] as { readonly map?: readonly { readonly key: string }[] } | undefined)?.map ?? []
  return map.map((entry) => entry.key)
}

function refuseUnlessHarmless(node: SyntaxNode): void {
  const name = String((node['function'] as SyntaxNode | undefined)?.['function_name']).toLowerCase()
  if (harmlessTableFunctions.has(name)) return
  throw new AppError('QUERY_NOT_READ_ONLY', `The function ${name}() is not available in queries.`, {
    hint: "To read a file, name it directly: SELECT * FROM 'sales.csv'.",
  })
}
