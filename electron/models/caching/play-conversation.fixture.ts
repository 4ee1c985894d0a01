import { ConverseCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { ConversationId, ModelId } from '../../../shared/ids.ts'
import type { CacheMiss, CacheReport, ContextBreakdown } from '../../../shared/prompt-cache.ts'
import type { Usage } from '../../../shared/usage.ts'
import type { ModelRequest } from '../../agent/ports.ts'
import { usageOf } from '../bedrock/from-converse.ts'
import { toConverse } from '../bedrock/to-converse.ts'
import type { LedgerEntry } from './cache-ledger.ts'
import type { Calibration } from './calibration.ts'
import type { LastCall } from './explain-miss.ts'
import { expectedMisses, type CallSeen } from './expected-misses.fixture.ts'
import { createPromptCache, type PromptCache } from './prompt-cache.ts'
import type { CallStep, ConversationStep } from './random-conversation.fixture.ts'

/** What moves the service: the emulator's controls that matter here. */
export type Service = {
  advanceClock(ms: number): Promise<void>
  clearCache(): Promise<void>
  setReportsCache(reports: boolean): Promise<void>
}

export type PlayedCall = {
  readonly request: ModelRequest
  readonly usage: Usage
  readonly report: CacheReport
  readonly context: ContextBreakdown
  /** The reasons that are right for it, whatever the app says (`expected-misses.fixture.ts`). */
  readonly expectedMisses: readonly (CacheMiss | null)[]
}

/** Plays conversations against a service with the real client; the app's clock moves with the service's. */
export function createPlayer(client: BedrockRuntimeClient, service: Service) {
  let nowMs = 1_000_000
  const kept = new Map<string, LedgerEntry>()
  const lastCalls = new Map<ConversationId, LastCall>()
  const calibrations = new Map<ModelId, Calibration>()
  const seen = new Map<ConversationId | undefined, CallSeen>()
  let evictions = 0
  let cache = open()

  function open(): PromptCache {
    return createPromptCache({
      elapsedMs: () => nowMs,
      entries: [...kept.values()],
      calibrations,
      lastCalls,
      onLearnt({ entries, modelId, calibration, lastCall }) {
        if (lastCall !== undefined) lastCalls.set(lastCall.conversationId, lastCall.call)
        for (const entry of entries) {
          // In the order of use, as a store by time gives them back.
          kept.delete(entry.key)
          kept.set(entry.key, entry)
        }
        calibrations.set(modelId, calibration)
      },
    })
  }

  async function call({ kind, request, changes }: CallStep): Promise<PlayedCall> {
    const prepared = cache.prepare(request, 'us-east-1')
    const { usage } = await client.send(new ConverseCommand(toConverse(prepared.request)))
    if (usage === undefined) throw new Error('The service counted nothing.')
    prepared.noteStart()
    const counted = usageOf(usage)
    const { cache: report, context } = prepared.report(counted)
    const isUnreported = kind === 'unreported-call'
    const now = { request: prepared.request, usage: counted, changes, atMs: nowMs, isUnreported, evictions }
    const before = seen.get(request.conversationId)
    seen.set(request.conversationId, now)
    return { request: now.request, usage: counted, report, context, expectedMisses: expectedMisses(now, before) }
  }

  return {
    /** Undefined for a step that is no call. */
    async play(step: ConversationStep): Promise<PlayedCall | undefined> {
      switch (step.kind) {
        case 'call':
          return call(step)
        case 'unreported-call': {
          await service.setReportsCache(false)
          try {
            return await call(step)
          } finally {
            await service.setReportsCache(true)
          }
        }
        case 'pause':
          nowMs += step.ms
          await service.advanceClock(step.ms)
          return undefined
        case 'restart':
          cache = open()
          return undefined
        case 'evict':
          evictions++
          await service.clearCache()
          return undefined
      }
    },
  }
}

/** Whether the app gave a reason that is true, or none where there is none. */
export function isNamedRightly({ report, expectedMisses: accepted }: PlayedCall): boolean {
  return accepted.includes(report.miss)
}
