import type { ToolTarget } from '../../../shared/consent.ts'
import type { ToolContext } from '../tool.ts'
import type { DataFile } from './data-engine.ts'
import { splitPart } from './split-part.ts'

export type ResolvedDataFiles = { readonly files: readonly DataFile[]; readonly isForeign: boolean }

/** The files a statement names, each checked to be one the agent may read. */
export async function resolveDataFiles(sql: string, context: ToolContext): Promise<ResolvedDataFiles> {
  const names = await context.data.filesNamed(sql, { signal: context.signal })
  const resolved = await Promise.all(
    names.map(async (name) => ({ name, ...(await context.files.resolve(splitPart(name).path, 'reading')) })),
  )
  return {
    files: resolved.map(({ name, absolute }) => ({ name, absolute })),
    isForeign: resolved.some(({ origin }) => origin === 'foreign'),
  }
}

export async function readingTargets(sql: string, context: ToolContext): Promise<ToolTarget[]> {
  const { files } = await resolveDataFiles(sql, context)
  return Promise.all(files.map(({ name }) => readingTarget(splitPart(name).path, context)))
}

export async function readingTarget(path: string, context: ToolContext): Promise<ToolTarget> {
  const { absolute, origin } = await context.files.resolve(path, 'reading')
  return { kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }
}
