import type { ToolTarget } from '../../../shared/consent.ts'
import type { ToolContext } from '../tool.ts'
import type { DataFile } from './data-engine.ts'
import { splitPart } from './split-part.ts'
import { withDocumentTables } from './with-document-tables.ts'

export type ResolvedDataFiles = { readonly files: readonly DataFile[]; readonly isForeign: boolean }

/** The files a statement names, each checked to be one the agent may read. Tables of documents come along. */
export async function resolveDataFiles(sql: string, context: ToolContext): Promise<ResolvedDataFiles> {
  const names = await context.data.filesNamed(sql, { signal: context.signal })
  const resolved = await Promise.all(
    names.map(async (name) => ({ name, ...(await context.files.resolve(splitPart(name).path, 'reading')) })),
  )
  const files: DataFile[] = []
  for (const { name, absolute, shown } of resolved) {
    const same = files.find((file) => file.absolute === absolute)
    files.push(same === undefined ? await withDocumentTables({ name, absolute }, shown, context) : { ...same, name })
  }
  return { files, isForeign: resolved.some(({ origin }) => origin === 'foreign') }
}

export async function readingTargets(sql: string, context: ToolContext): Promise<ToolTarget[]> {
  const names = await context.data.filesNamed(sql, { signal: context.signal })
  return Promise.all(names.map((name) => readingTarget(splitPart(name).path, context)))
}

export async function readingTarget(path: string, context: ToolContext): Promise<ToolTarget> {
  const { absolute, origin } = await context.files.resolve(path, 'reading')
  return { kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }
}
