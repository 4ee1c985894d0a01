import { AppError } from '../../../shared/errors.ts'
import type { FingerprintContext } from '../tool.ts'
import { dataFormat } from './data-format.ts'
import { splitPart } from './split-part.ts'
import { siblingSuffixes } from './unmerged-version.ts'

/**
 * What the files that a statement or a description names hold, as text; null while one is changing. What SQLite has not
 * merged into a database yet is in files beside it, and belongs to it.
 */
export async function identifyDataFiles(names: readonly string[], context: FingerprintContext): Promise<string | null> {
  const paths = [...new Set(names.map((name) => splitPart(name).path))]
  const identities: (string | null)[] = []
  for (const path of paths) {
    identities.push(await context.identify(path))
    if (dataFormat(path)?.format !== 'sqlite') continue
    const { shown } = await context.files.resolve(path, 'reading')
    for (const suffix of siblingSuffixes) identities.push(await identifySibling(`${shown}${suffix}`, context))
  }
  return identities.includes(null) ? null : JSON.stringify(identities)
}

async function identifySibling(path: string, context: FingerprintContext): Promise<string | null> {
  try {
    return await context.identify(path)
  } catch (error) {
    // Usually there is none.
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return error.code
    throw error
  }
}
