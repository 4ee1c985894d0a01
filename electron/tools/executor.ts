import type { ContentSource } from '../../shared/consent.ts'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { ToolUseBlock } from '../../shared/messages.ts'
import type { z } from '../../shared/schema.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Permit, PreparedToolCall, RunScope, ToolListener, Tools } from '../agent/ports.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import type { RegisteredTool } from './registry.ts'
import type { ToolAnswer, ToolContext } from './tool.ts'

export type ExecutorDependencies = {
  /** What this run's agent may call. */
  readonly tools: readonly RegisteredTool[]
  readonly services: Omit<ToolContext, 'runId' | 'conversationId' | 'agentId' | 'signal'>
  /** Records where a result's words came from, before the model sees them. */
  readonly noteContent: (id: ConversationId, source: ContentSource) => Promise<void>
  /** Written before the act and after it. */
  readonly audit: (kind: 'tool-starting' | 'tool-ended', detail: unknown) => Promise<void>
}

/** The tools of one run: checks what the model asked for, and runs it once it is permitted. */
export function createTools(deps: ExecutorDependencies): Tools {
  const byName = new Map(deps.tools.map((tool) => [tool.spec.name, tool]))
  const limiters = new Map<string, Limiter>()
  const specs = deps.tools.map((tool) => tool.spec)

  function limiterOf({ definition }: RegisteredTool): Limiter {
    const limiter = limiters.get(definition.name) ?? createLimiter(definition.concurrency)
    limiters.set(definition.name, limiter)
    return limiter
  }

  return {
    specs: () => specs,

    async prepare(use, scope) {
      const tool = byName.get(use.name)
      if (tool === undefined)
        return refusal(`There is no tool named ${use.name}. Available: ${[...byName.keys()].join(', ')}.`)
      if (use.malformed !== undefined)
        return refusal(
          `The input of ${use.name} was not valid JSON, so it was not run. Send it again as one JSON object.`,
        )
      const parsed = tool.definition.input.safeParse(use.input)
      if (!parsed.success)
        return refusal(`The input of ${use.name} does not fit, so it was not run. ${describeIssues(parsed.error)}`)
      const input = parsed.data as ToolUseBlock['input']
      const context = contextOf(deps, scope, scope.signal)
      const { definition } = tool
      return {
        toolUseId: use.toolUseId,
        toolName: definition.name,
        toolVersion: definition.version,
        input,
        title: definition.title(input),
        powers: definition.powers,
        targets: await definition.targets(input, context),
        preview: async () => (await definition.preview?.(input, context)) ?? { kind: 'arguments' },
      }
    },

    async execute(call, permit, scope, listener) {
      const tool = byName.get(call.toolName)
      if (tool === undefined) throw new AppError('NOT_FOUND', `There is no tool named ${call.toolName}.`)
      return limiterOf(tool)(() => runOnce(tool, call, permit, scope, listener, deps), scope.signal)
    },
  }
}

async function runOnce(
  tool: RegisteredTool,
  call: PreparedToolCall,
  permit: Permit,
  scope: RunScope,
  listener: ToolListener,
  deps: ExecutorDependencies,
): Promise<ToolOutcome> {
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
    const answer = await runWithTimeout(tool, call, scope, listener, deps)
    await noteSource(call, answer, scope, deps)
    await deps.audit('tool-ended', { ...audited, isError: answer.isError ?? false })
    return {
      status: answer.isError ? 'error' : 'success',
      content: [...answer.content],
      ...(answer.display === undefined ? {} : { display: answer.display }),
    }
  } catch (error) {
    await deps.audit('tool-ended', { ...audited, error: error instanceof AppError ? error.code : 'INTERNAL' })
    throw error
  }
}

async function runWithTimeout(
  tool: RegisteredTool,
  call: PreparedToolCall,
  scope: RunScope,
  listener: ToolListener,
  deps: ExecutorDependencies,
): Promise<ToolAnswer> {
  const timeout = AbortSignal.timeout(tool.definition.timeoutMs)
  const context = contextOf(deps, scope, AbortSignal.any([scope.signal, timeout]))
  try {
    const loaded = await tool.load()
    const steps = tool.definition.run(call.input, context, loaded)
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
      listener.onProgress(step.value)
    }
  } catch (error) {
    if (scope.signal.aborted || !timeout.aborted) throw error
    const seconds = Math.round(tool.definition.timeoutMs / 1000)
    throw new AppError('TOOL_TIMEOUT', `${call.title} took longer than ${seconds} seconds and was stopped.`, {
      cause: error,
    })
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

function contextOf(deps: ExecutorDependencies, scope: RunScope, signal: AbortSignal): ToolContext {
  const { runId, conversationId, agentId } = scope
  return { ...deps.services, runId, conversationId, agentId, signal }
}

function refusal(text: string): ToolOutcome {
  return { status: 'error', content: [{ type: 'text', text }] }
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.length === 0 ? 'input' : issue.path.join('.')}: ${issue.message}`)
    .join('; ')
}
