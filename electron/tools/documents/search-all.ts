import { AppError } from '../../../shared/errors.ts'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { ResolvedPath } from '../../sandbox/file-scope.ts'
import type { ToolContext } from '../tool.ts'
import type { DocumentFindings } from './search-document-file.ts'
import type { Wanted } from './search/read-query.ts'

export type SearchedDocument = {
  readonly path: string
  /** null when it could not be read. */
  readonly findings: DocumentFindings | null
  /** Why it was not read, or not all of it; null when all of it was. */
  readonly trouble: string | null
}

/** Each is a process of its own; more at once would not be faster. */
const atOnce = 3

/** Looks through documents, a few at once, and tells how far it is. One that cannot be read does not end it. */
export async function* searchAll(
  files: readonly ResolvedPath[],
  { wanted, context }: { readonly wanted: readonly Wanted[]; readonly context: ToolContext },
): AsyncGenerator<ToolProgress, SearchedDocument[], void> {
  const searched: SearchedDocument[] = []
  for (let index = 0; index < files.length; index += atOnce) {
    if (context.signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    if (index > 0)
      yield { message: `${index} of ${files.length} documents looked through`, fraction: index / files.length }
    const batch = files.slice(index, index + atOnce)
    searched.push(...(await Promise.all(batch.map((file) => searchOne(file, { wanted, context })))))
  }
  return searched
}

async function searchOne(
  file: ResolvedPath,
  { wanted, context }: { readonly wanted: readonly Wanted[]; readonly context: ToolContext },
): Promise<SearchedDocument> {
  try {
    const findings = await context.documents.search(file, { wanted, signal: context.signal })
    return { path: file.shown, findings, trouble: troubleOf(findings) }
  } catch (error) {
    if (!(error instanceof AppError) || !ofOneFile.has(error.code)) throw error
    return { path: file.shown, findings: null, trouble: error.message }
  }
}

function troubleOf({ totalParts, partsRead, emptyParts, isCut }: DocumentFindings): string | null {
  if (emptyParts === totalParts) return 'It holds no text; it may be scanned pictures.'
  if (partsRead < totalParts) return `Only the first ${partsRead} of its ${totalParts} parts were looked through.`
  if (emptyParts > 0) return `${emptyParts} of its ${totalParts} pages hold no text; they may be scanned pictures.`
  return isCut ? 'Only the first rows of a long sheet were looked through.' : null
}

const ofOneFile: ReadonlySet<string> = new Set([
  'FILE_ENCRYPTED',
  'FILE_MALFORMED',
  'FILE_TOO_LARGE',
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'FILE_PROTECTED',
  'FILE_CHANGED',
  'PATH_OUTSIDE_WORKSPACE',
  'TOOL_TIMEOUT',
  'WORKER_DIED',
])
