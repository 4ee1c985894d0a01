import type { ContentSource } from '../../shared/consent.ts'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { ToolUseBlock } from '../../shared/messages.ts'
import type { z } from '../../shared/schema.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Permit, PreparedToolCall, RunScope, ToolListener, Tools } from '../agent/ports.ts'
import type { ToolCache } from './answer-through-cache.ts'
import type { EarlierResults } from './earlier-results.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import type { RegisteredTool } from './registry.ts'
import { runToolCall } from './run-tool-call.ts'
import type { ToolContext } from './tool.ts'

export type ExecutorDependencies = {
  /** What this run's agent may call. */
  readonly tools: readonly RegisteredTool[]
  readonly services: Omit<ToolContext, 'runId' | 'conversationId' | 'agentId' | 'signal' | 'isRefresh'>
  /** Records where a result's words came from, before the model sees them. */
  readonly noteContent: (id: ConversationId, source: ContentSource) => Promise<void>
  /** Written before the act and after it. */
  readonly audit: (kind: 'tool-starting' | 'tool-ended', detail: unknown) => Promise<void>
  /** Of the app, shared by all runs. Absent: every call runs. */
  readonly cache?: ToolCache | undefined
  /**
   * What this conversation's model still reads. Absent for one that cannot follow a reference, as the offline analyst,
   * which takes results apart as JSON: it is given every result whole. So are long results where no tool reads on.
   */
  readonly earlierResults?: EarlierResults | undefined
}

/** The agent's tools, and for the person the way to have a cached result worked out again. */
export type RunTools = Tools & {
  /** As `execute`, with nothing remembered. The model is not told, so the result is whole. */
  refresh(call: PreparedToolCall, permit: Permit, scope: RunScope, listener: ToolListener): Promise<ToolOutcome>
}

/** The tools of one run: checks what the model asked for, and runs it once it is permitted. */
export function createTools(deps: ExecutorDependencies): RunTools {
  const byName = new Map(deps.tools.map((tool) => [tool.spec.name, tool]))
  const limiters = new Map<string, Limiter>()
  const specs = deps.tools.map((tool) => tool.spec)

  function limiterOf({ definition }: RegisteredTool): Limiter {
    const limiter = limiters.get(definition.name) ?? createLimiter(definition.concurrency)
    limiters.set(definition.name, limiter)
    return limiter
  }

  async function run(
    call: PreparedToolCall,
    permit: Permit,
    at: { readonly scope: RunScope; readonly listener: ToolListener; readonly isRefresh: boolean },
  ): Promise<ToolOutcome> {
    const tool = byName.get(call.toolName)
    if (tool === undefined) throw new AppError('NOT_FOUND', `There is no tool named ${call.toolName}.`)
    return limiterOf(tool)(() => runToolCall({ tool, call, permit, ...at }, deps), at.scope.signal)
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
      const { runId, conversationId, agentId, signal } = scope
      const context = { ...deps.services, runId, conversationId, agentId, signal, isRefresh: false }
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

    execute: (call, permit, scope, listener) => run(call, permit, { scope, listener, isRefresh: false }),
    refresh: (call, permit, scope, listener) => run(call, permit, { scope, listener, isRefresh: true }),
  }
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
