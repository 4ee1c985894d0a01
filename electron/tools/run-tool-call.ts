import { AppError } from '../../shared/errors.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Permit, PreparedToolCall, RunScope, ToolListener } from '../agent/ports.ts'
import { answerThroughCache, type Answered } from './answer-through-cache.ts'
import type { ExecutorDependencies } from './executor.ts'
import { fitForPrompt, type FittedAnswer } from './fit-for-prompt.ts'
import type { RegisteredTool } from './registry.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

export type PermittedCall = {
  readonly tool: RegisteredTool
  readonly call: PreparedToolCall
  readonly permit: Permit
  readonly scope: RunScope
  readonly listener: ToolListener
  readonly isRefresh: boolean
}

/**
 * One permitted call from its permit to its outcome. An answer out of the cache takes the same way as one worked out
 * now: the permit is spent, both ends are audited, and where its words come from is noted.
 */
export async function runToolCall(work: PermittedCall, deps: ExecutorDependencies): Promise<ToolOutcome> {
  const { call, permit, scope, listener } = work
  permit.redeem(call, scope)
  const audited = {
    runId: scope.runId,
    toolUseId: call.toolUseId,
    toolName: call.toolName,
    fingerprint: permit.fingerprint,
  }
  await deps.audit('tool-starting', audited)
  listener.onStarted()
  try {
    const answered = await answerInTime(work, deps)
    const { answer } = answered
    await noteSource(call, answer, scope, deps)
    const fitted = await fit(answered, work, deps)
    const isCached = answered.cached !== undefined
    await deps.audit('tool-ended', { ...audited, isError: answer.isError ?? false, ...(isCached ? { isCached } : {}) })
    if (fitted.answerId !== undefined) deps.earlierResults?.note(fitted.answerId, call.toolUseId)
    return toOutcome(answered, fitted)
  } catch (error) {
    await deps.audit('tool-ended', { ...audited, error: error instanceof AppError ? error.code : 'INTERNAL' })
    throw error
  }
}

async function answerInTime(work: PermittedCall, deps: ExecutorDependencies): Promise<Answered> {
  const { tool, call, scope, isRefresh } = work
  const timeout = AbortSignal.timeout(tool.definition.timeoutMs)
  const { runId, conversationId, agentId } = scope
  const signal = AbortSignal.any([scope.signal, timeout])
  const context: ToolContext = { ...deps.services, runId, conversationId, agentId, signal, isRefresh }
  try {
    return await answerThroughCache({ tool, call, context }, deps.cache, () => runTool(work, context))
  } catch (error) {
    if (scope.signal.aborted || !timeout.aborted) throw error
    const seconds = Math.round(tool.definition.timeoutMs / 1000)
    throw new AppError('TOOL_TIMEOUT', `${call.title} took longer than ${seconds} seconds and was stopped.`, {
      cause: error,
    })
  }
}

async function runTool({ tool, call, listener }: PermittedCall, context: ToolContext): Promise<ToolAnswer> {
  const loaded = await tool.load()
  const steps = tool.definition.run(call.input, context, loaded)
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    listener.onProgress(step.value)
  }
}

/** Failed answers count too: an error page's words are foreign words. */
async function noteSource(
  call: PreparedToolCall,
  answer: ToolAnswer,
  scope: RunScope,
  deps: ExecutorDependencies,
): Promise<void> {
  const kind = answer.isForeign ? 'foreign' : call.powers.output
  if (kind !== 'trusted') await deps.noteContent(scope.conversationId, { kind, label: call.title })
}

/** A refreshed result is for the person: the model goes by what it was told. */
async function fit(
  answered: Answered,
  { call, scope, isRefresh }: PermittedCall,
  deps: ExecutorDependencies,
): Promise<FittedAnswer> {
  const { content, display } = answered.answer
  if (isRefresh) return { content: [...content], display, savedTokens: 0 }
  return fitForPrompt(answered, call, { ...deps, conversationId: scope.conversationId })
}

function toOutcome({ answer, cached }: Answered, fitted: FittedAnswer): ToolOutcome {
  const { content, display, kept, savedTokens } = fitted
  return {
    status: answer.isError ? 'error' : 'success',
    content,
    ...(display === undefined ? {} : { display }),
    ...(cached === undefined ? {} : { cached: { ...cached, savedTokens } }),
    ...(kept === undefined ? {} : { kept }),
  }
}
