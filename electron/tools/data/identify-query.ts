import type { FingerprintContext } from '../tool.ts'
import { identifyDataFiles } from './identify-data-files.ts'

/** What a query's rows are made from beside its own text; null when they may differ though nothing has changed. */
export async function identifyQuery(sql: string, context: FingerprintContext): Promise<string | null> {
  const { data, signal } = context
  const [names, isRepeatable] = await Promise.all([
    data.filesNamed(sql, { signal }),
    data.isRepeatable(sql, { signal }),
  ])
  return isRepeatable ? identifyDataFiles(names, context) : null
}
