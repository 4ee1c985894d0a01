import { liveTokens } from '../../shared/cache-effect.ts'
import { choiceOf } from '../../shared/choice-of.ts'
import type { AgentId, ConversationId } from '../../shared/ids.ts'
import { keepNewest } from '../../shared/keep-newest.ts'
import { messageText, type Message } from '../../shared/messages.ts'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { ModelCall, RunState } from '../../shared/run-events.ts'
import { promptTokens } from '../../shared/usage.ts'
import type { ModelMessage } from '../agent/ports.ts'
import type { TaskFacts } from '../models/auto/task-facts.ts'
import type { Task } from './choose-for-run.ts'

/** How a conversation's runs bear on the next one, for the automatic choice of its model. */
export type LastTurn = {
  /** Of the model that answered last. */
  readonly tier: ModelTier | null
  /** Answers in a row, up to the last, that did not do. */
  readonly failures: number
  /** The last call that was counted. */
  readonly call: ModelCall | null
}

const noLastTurn: LastTurn = { tier: null, failures: 0, call: null }

export function lastTurnOf(runs: readonly RunState[]): LastTurn {
  return runs.reduce(afterRun, noLastTurn)
}

function afterRun(before: LastTurn, run: RunState): LastTurn {
  const call = run.calls.findLast(({ usage, purpose }) => usage !== null && purpose === undefined)
  const hasFailed = run.stop?.kind === 'failed' || run.stop?.kind === 'refused'
  return {
    tier: choiceOf(run)?.tier ?? null,
    failures: hasFailed ? before.failures + 1 : 0,
    call: call ?? before.call,
  }
}

/** What of the conversation's prompt cache the service still holds at this time. */
export function warmCacheOf({ call }: LastTurn, now: number): Task['warm'] {
  const cachedTokens = call === null ? 0 : liveTokens(call, now)
  return call === null || cachedTokens === 0 ? null : { modelId: call.modelId, cachedTokens }
}

export type FactsInput = {
  readonly agentId: AgentId
  readonly userMessage: Message
  readonly earlier: readonly ModelMessage[]
  readonly toolCount: number
  readonly isRetry: boolean
  readonly last: LastTurn
}

/** Questions and tool calls further back than this say little about the next question. */
const questionsLookedAt = 6
const messagesLookedAt = 40

/** What the automatic choice may know of a turn. Its cost does not depend on how long the conversation is. */
export function taskFactsOf({ agentId, userMessage, earlier, toolCount, isRetry, last }: FactsInput): TaskFacts {
  const recent = earlier.slice(-messagesLookedAt)
  return {
    question: messageText(userMessage),
    previousQuestions: recent.flatMap(questionOf).slice(-questionsLookedAt),
    historyTokens: tokensSoFar(last),
    attachments: userMessage.content.flatMap((block) =>
      block.type === 'attachment' ? [{ mediaType: block.mediaType, bytes: block.bytes }] : [],
    ),
    agentId,
    toolCount,
    recentToolCalls: recent.flatMap(({ content }) => content.filter(({ type }) => type === 'tool-use')).length,
    earlierFailures: last.failures + Number(isRetry),
    previousTier: last.tier,
  }
}

function questionOf({ role, id, content }: ModelMessage): string[] {
  if (role !== 'user' || id === undefined) return []
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n')
  return text === '' ? [] : [text]
}

function tokensSoFar({ call }: LastTurn): number {
  return call?.usage == null ? 0 : promptTokens(call.usage) + call.usage.outputTokens
}

/** The last turns of the conversations used while the app runs; undefined for one that was not. */
export type LastTurns = { get(id: ConversationId): LastTurn | undefined; note(run: RunState): void }

const mostConversations = 100

export function createLastTurns(): LastTurns {
  const turns = new Map<ConversationId, LastTurn>()
  return {
    get: (id) => turns.get(id),
    note(run) {
      const turn = afterRun(turns.get(run.conversationId) ?? noLastTurn, run)
      keepNewest(turns, [run.conversationId, turn], mostConversations)
    },
  }
}
