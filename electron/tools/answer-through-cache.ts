import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { AppError } from '../../shared/errors.ts'
import type { CachedResult } from '../../shared/tool-results.ts'
import type { PreparedToolCall } from '../agent/ports.ts'
import type { FileIdentities } from './file-identities.ts'
import type { RegisteredTool } from './registry.ts'
import type { ResultCache } from './result-cache.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

/** One of each for the whole app. */
export type ToolCache = { readonly results: ResultCache; readonly files: FileIdentities }

/** An answer; with `cached` when it was not worked out for this call. */
export type Answered = {
  readonly answer: ToolAnswer
  readonly cached: Omit<CachedResult, 'savedTokens'> | undefined
}

export type CallInContext = {
  readonly tool: RegisteredTool
  readonly call: PreparedToolCall
  readonly context: ToolContext
}

/**
 * The answer to a permitted call: one that is kept and still holds, or that of an equal call under way, or else its
 * own. Answers are kept only if what they are made from was the same before and after, and never when they failed.
 */
export async function answerThroughCache(
  at: CallInContext,
  cache: ToolCache | undefined,
  run: () => Promise<ToolAnswer>,
): Promise<Answered> {
  const key = cache === undefined ? null : await keyOf(at, cache)
  if (cache === undefined || key === null) return asAnswered(await run())
  if (at.context.isRefresh) cache.results.drop(key)
  else {
    const kept = (await findIntact(key, at, cache)) ?? (await awaitEqual(key, at, cache))
    if (kept === 'alone') return asAnswered(await run())
    if (kept !== undefined) return kept
  }
  return cache.results.lead(key, async () => {
    const startedAt = performance.now()
    const answer = await run()
    const tookMs = performance.now() - startedAt
    if (answer.isError !== true && (await keyOf(at, cache)) === key)
      cache.results.keep(key, { answer, tookMs }, at.tool.definition.cache?.ttlMs ?? 0)
    return asAnswered(answer)
  })
}

function asAnswered(answer: ToolAnswer): Answered {
  return { answer, cached: answer.remembered }
}

async function findIntact(key: string, at: CallInContext, { results }: ToolCache): Promise<Answered | undefined> {
  const found = results.find(key)
  if (found === undefined) return undefined
  const { answer, storedAt, tookMs } = found
  const isIntact = (await at.tool.definition.cache?.isIntact?.(answer, at.context)) ?? true
  if (isIntact) return { answer, cached: { storedAt, savedMs: tookMs } }
  results.drop(key)
  return undefined
}

/** When the equal call left nothing to use, this one runs by itself: a queue of calls that all fail would take ages. */
async function awaitEqual(key: string, at: CallInContext, cache: ToolCache): Promise<Answered | 'alone' | undefined> {
  if (!(await cache.results.follow(key, at.context.signal))) return undefined
  return (await findIntact(key, at, cache)) ?? 'alone'
}

/**
 * Everything the answer depends on, as SHA-256. What lies outside the opened folder is attached to one conversation, and
 * its answers are given to no other. null when this call is not cached.
 */
async function keyOf({ tool, call, context }: CallInContext, { files }: ToolCache): Promise<string | null> {
  const { definition } = tool
  const identify = (path: string) => files.identify(path, context)
  const fingerprint = await definition.cache
    ?.fingerprint(call.input, { ...context, identify })
    .catch((error: unknown) => noFingerprint(error, context.signal))
  if (fingerprint === undefined || fingerprint === null) return null
  const isPrivateToConversation = call.targets.some((target) => target.kind !== 'file' || !target.isInsideWorkspace)
  const owner = isPrivateToConversation ? context.conversationId : null
  const parts = [definition.name, definition.version, call.input, context.files.workspace, owner]
  return createHash('sha256')
    .update(canonicalJson([...parts, fingerprint]))
    .digest('hex')
}

/** What stops the fingerprint (a file that is gone) stops the run too, which says so in its own words. */
function noFingerprint(error: unknown, signal: AbortSignal): null {
  if (signal.aborted || !(error instanceof AppError)) throw error
  return null
}
