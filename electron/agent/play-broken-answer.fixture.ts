import { AppError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import { mergeRunEvent } from '../../shared/merge-run-events.ts'
import type { ContentBlock } from '../../shared/messages.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { foldRunEvents, type RunEvent } from '../../shared/run-events.ts'
import type { BrokenAnswer } from './broken-answer.fixture.ts'
import { brokenModel } from './broken-model.fixture.ts'
import {
  countingMessageIds,
  fakeClock,
  patientPerson,
  testModelInfo,
  testScope,
  testSystem,
  testTurn,
} from './fakes.ts'
import type { TurnConfiguration } from './ports.ts'
import { streamReply } from './stream-reply.ts'

export type Played = {
  /** `failed`: nothing helped. */
  readonly stop: 'whole' | 'failed'
  /** What a page shows at the end, folded from the events as they came. */
  readonly shown: readonly ContentBlock[]
  /** What its deltas alone show, before the whole message replaces it. */
  readonly streamed: readonly ContentBlock[]
  /** `shown` from merged events, as pages and the store get them. */
  readonly shownMerged: readonly ContentBlock[]
  readonly events: readonly RunEvent[]
}

/** Of the model that gives the answer of a scenario. */
export const strongModelId = 'test:strong' as ModelId

/** Streams the scenario's answer the way the app does. */
export async function playBrokenAnswer(scenario: BrokenAnswer): Promise<Played> {
  const events: RunEvent[] = [started]
  const merged: RunEvent[] = [started]
  const emit = (event: RunEvent): void => {
    events.push(event)
    mergeRunEvent(merged, event)
  }
  const message = { role: 'user', content: [{ type: 'text', text: 'Well?' }] } as const
  const request = { system: testSystem, messages: [message], tools: [] }
  const reply = { scope: testScope(), turn: turnOf(scenario), request, usedToolIds: new Set<string>() }
  const ports = { clock: fakeClock(), newMessageId: countingMessageIds(), emit, ...patientPerson }
  const stop = await streamReply(reply, ports).then(
    () => 'whole' as const,
    (error: unknown) => {
      if (error instanceof AppError && error.retryable) return 'failed' as const
      throw error
    },
  )
  const deltas = events.filter(({ type }) => type !== 'message-completed')
  return { stop, shown: contentOf(events), streamed: contentOf(deltas), shownMerged: contentOf(merged), events }
}

const started = {
  type: 'run-started',
  runId: 'run_1',
  conversationId: 'conv_1',
  agentId: 'agent_1',
  modelId: 'test:model',
  userMessage: { id: 'msg_0', role: 'user', content: [{ type: 'text', text: 'Well?' }], createdAt: 0 },
  at: 0,
} as RunEvent

function contentOf(events: readonly RunEvent[]): readonly ContentBlock[] {
  return foldRunEvents(events)?.messages[1]?.content ?? []
}

function turnOf(scenario: BrokenAnswer): TurnConfiguration {
  const { cheapTry, takesPrefill, otherPlaces } = scenario
  const model = brokenModel(scenario, null)
  const modelInfo = infoOf(strongModelId, takesPrefill)
  const alternatives = Array.from({ length: otherPlaces }, (_, n) => ({ model, modelInfo, label: `place ${n}` }))
  const strong = testTurn(model, { modelInfo, alternatives })
  if (cheapTry === null) return strong
  const choice = {
    modelId: modelInfo.id,
    policy: 'balanced',
    tier: 'large',
    reason: 'The first try was weak.',
  } as const
  return testTurn(brokenModel(cheapTry, cheapTry.fault), {
    modelInfo: infoOf('test:cheap' as ModelId, takesPrefill),
    escalation: { choice, turn: strong, checksItself: cheapTry.fault === 'weak' },
  })
}

function infoOf(id: ModelId, prefill: boolean): ModelInfo {
  return { ...testModelInfo, id, accepts: { ...testModelInfo.accepts, prefill } }
}
