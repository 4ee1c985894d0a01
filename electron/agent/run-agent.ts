import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import type { ModelId, RunId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import type { ModelChoice } from '../../shared/model-choice.ts'
import type { RunStop } from '../../shared/run-events.ts'
import { askModel } from './ask-model.ts'
import { toToolResults } from './build-history.ts'
import { compactOnRequest } from './compact-on-request.ts'
import { executeToolCalls } from './execute-tool-calls.ts'
import { followConfiguration } from './follow-configuration.ts'
import { openContext } from './open-context.ts'
import type { Consent, ModelMessage, RunScope, SystemText, Tools, TurnConfiguration } from './ports.ts'
import type { Reply, ReplyPorts } from './stream-reply.ts'

/** Everything one run needs. */
export type AgentRun = {
  readonly scope: RunScope
  /** What the person chose, told in `run-started`: a model, or the automatic choice. */
  readonly modelId: ModelId
  /** What the automatic choice decided; told in `run-started`. */
  readonly choice?: ModelChoice | undefined
  /** Read before every model call: what the person changed meanwhile holds from the next call on. */
  readonly configuration: () => Promise<TurnConfiguration>
  readonly system: SystemText
  /** What the model reads, up to and including the user's message. Not changed. */
  readonly history: readonly ModelMessage[]
  /** The same message as the person sees it. */
  readonly userMessage: Message
  /** Texts of pinned messages, which compaction keeps word for word. Read when it happens. */
  readonly pinned: () => readonly string[]
  /** Model calls before the run stops with `turn-limit`. */
  readonly maxTurns: number
  /** The run whose question is asked again. */
  readonly replaces?: RunId | undefined
  /** `compact` only summarises what came before; the user's message is then empty. `answer` when left out. */
  readonly task?: 'answer' | 'compact' | undefined
}

export type AgentPorts = ReplyPorts & {
  readonly tools: Tools
  readonly consent: Consent
  /** Gets the cause of a failed run, for the log: the run itself carries only what may be shown. */
  readonly logFailure: (error: unknown) => void
}

/**
 * The agent loop: ask the model, run the tools it asks for, tell it the results, until it has nothing more to ask.
 *
 * Never throws. Emits `run-started` first and exactly one `run-ended` last, whatever happens between.
 */
export async function runAgent(run: AgentRun, ports: AgentPorts): Promise<RunStop> {
  const { scope, modelId, choice, replaces, userMessage } = run
  const { runId, conversationId, agentId } = scope
  const options = { ...(choice === undefined ? {} : { choice }), ...(replaces === undefined ? {} : { replaces }) }
  const at = ports.clock.now()
  ports.emit({ type: 'run-started', runId, conversationId, agentId, modelId, userMessage, ...options, at })
  const work = run.task === 'compact' ? compactOnRequest(run, ports) : takeTurns(run, ports)
  const stop = await work.catch((error: unknown) => stopOf(error, scope, ports))
  ports.emit({ type: 'run-ended', stop, at: ports.clock.now() })
  return stop
}

async function takeTurns(run: AgentRun, ports: AgentPorts): Promise<RunStop> {
  const { scope, maxTurns } = run
  const configuration = followConfiguration(run.configuration, ports)
  const context = openContext(run, ports)
  const usedToolIds = new Set<string>()
  let wasFull = false
  for (let turn = 1; turn <= maxTurns; turn++) {
    const reply = await askModel({ turn: await configuration.next(), scope, context, usedToolIds }, ports)
    configuration.answeredBy(reply.turn)
    if (reply.reason === 'context-full' && !wasFull) wasFull = await context.shorten(reply.turn, 'too-long')
    else wasFull = false
    if (wasFull) continue
    if (reply.toolUses.length === 0) return stopAfter(reply)

    const outcomes = await executeToolCalls(reply.toolUses, scope, ports)
    context.append({ role: 'user', content: toToolResults(reply.toolUses, (id) => outcomes.get(id)) })
    if (scope.signal.aborted) return { kind: 'cancelled' }
  }
  return { kind: 'turn-limit', turns: maxTurns }
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
