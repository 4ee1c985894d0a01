import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { RunStop } from '../../shared/run-events.ts'
import { toModelContent, toToolResults } from './build-history.ts'
import { executeToolCalls } from './execute-tool-calls.ts'
import type {
  Clock,
  Consent,
  InferenceSettings,
  Model,
  ModelMessage,
  NewMessageId,
  RunScope,
  RunSink,
  Tools,
} from './ports.ts'
import { streamReply, type Reply } from './stream-reply.ts'

/** Everything one run needs. */
export type AgentRun = {
  readonly scope: RunScope
  readonly modelId: ModelId
  readonly modelInfo: ModelInfo
  readonly model: Model
  readonly system: string
  /** What the model reads, up to and including the user's message. Not changed. */
  readonly history: readonly ModelMessage[]
  /** The same message as the person sees it. */
  readonly userMessage: Message
  readonly inference: InferenceSettings
  /** Model calls before the run stops with `turn-limit`. */
  readonly maxTurns: number
}

export type AgentPorts = {
  readonly tools: Tools
  readonly consent: Consent
  readonly clock: Clock
  readonly newMessageId: NewMessageId
  readonly emit: RunSink
  /** Gets the cause of a failed run, for the log: the run itself carries only what may be shown. */
  readonly logFailure: (error: unknown) => void
}

/**
 * The agent loop: ask the model, run the tools it asks for, tell it the results, until it has nothing more to ask.
 *
 * Never throws. Emits `run-started` first and exactly one `run-ended` last, whatever happens between.
 */
export async function runAgent(run: AgentRun, ports: AgentPorts): Promise<RunStop> {
  const { scope, modelId, userMessage } = run
  const { runId, conversationId, agentId } = scope
  ports.emit({ type: 'run-started', runId, conversationId, agentId, modelId, userMessage, at: ports.clock.now() })
  const stop = await takeTurns(run, ports).catch((error: unknown) => stopOf(error, scope, ports))
  ports.emit({ type: 'run-ended', stop, at: ports.clock.now() })
  return stop
}

async function takeTurns(run: AgentRun, ports: AgentPorts): Promise<RunStop> {
  const messages = run.history.slice()
  const usedToolIds = new Set<string>()
  for (let turn = 1; turn <= run.maxTurns; turn++) {
    const { system, modelInfo, inference } = run
    const request = { model: modelInfo, system, messages: messages.slice(), tools: ports.tools.specs(), inference }
    const reply = await streamReply({ ...run, request, usedToolIds }, ports)
    messages.push({ role: 'assistant', content: toModelContent(reply.message) })
    if (reply.toolUses.length === 0) return stopAfter(reply)

    const outcomes = await executeToolCalls(reply.toolUses, run.scope, ports)
    messages.push({ role: 'user', content: toToolResults(reply.toolUses, (id) => outcomes.get(id)) })
    if (run.scope.signal.aborted) return { kind: 'cancelled' }
  }
  return { kind: 'turn-limit', turns: run.maxTurns }
}

function stopAfter(reply: Reply): RunStop {
  switch (reply.reason) {
    case 'end-turn':
    case 'stop-sequence':
    case 'tool-use':
      return { kind: 'completed' }
    case 'max-tokens':
      return { kind: 'max-tokens' }
    case 'guardrail':
      return { kind: 'refused', reason: 'A guardrail of your account stopped this answer.' }
    case 'refused':
      return { kind: 'refused', reason: 'The model declined to answer.' }
    case 'context-full':
      return { kind: 'failed', error: contextFull }
    case 'malformed':
      return { kind: 'failed', error: malformedReply }
  }
}

function stopOf(error: unknown, scope: RunScope, ports: AgentPorts): RunStop {
  if (scope.signal.aborted || (error instanceof AppError && error.code === 'CANCELLED')) return { kind: 'cancelled' }
  ports.logFailure(error)
  return { kind: 'failed', error: toWireError(error) }
}

const contextFull: WireError = {
  code: 'CONTEXT_TOO_LONG',
  message: 'This conversation no longer fits into what the model can read at once.',
  retryable: false,
  hint: 'Start a new chat, or choose a model with a larger context.',
}

const malformedReply: WireError = {
  code: 'MODEL_STREAM_BROKEN',
  message: 'The model sent an answer that could not be read.',
  retryable: true,
  hint: 'Try again, or choose another model.',
}
