import type { ConversationId, ModelId } from '../../../shared/ids.ts'
import { promptTokens, type Usage } from '../../../shared/usage.ts'
import type { CallObserver, ModelRequest } from '../../agent/ports.ts'
import { createCacheLedger, type CacheLedger, type LedgerEntry } from './cache-ledger.ts'
import { calibrate, uncalibrated, type Calibration } from './calibration.ts'
import { breakDownContext } from './context-breakdown.ts'
import { createConversationMemories, notePause, type ConversationMemory } from './conversation-memory.ts'
import type { LastCall } from './explain-miss.ts'
import { keepCounted, keepStarted } from './keep-entries.ts'
import { prepareCall, type PreparedCall } from './prepare-call.ts'
import { compareCache, isSilent, type CacheComparison } from './compare-cache.ts'

/** Plans the cache points of each call, says beforehand what the service will do with them, and compares afterwards. */
export type PromptCache = {
  /** @param scope Region and account: each has a cache of its own, for every model. */
  prepare(request: ModelRequest, scope: string): PreparedPrompt
  /** About how many tokens a request's prompt has. */
  estimate(request: ModelRequest, scope: string): number
  /** Whether a point would be planned after the tools or the fixed system prompt: what other conversations read too. */
  holdsPoint(request: ModelRequest, scope: string): boolean
}

/** `request` with its cache points, and who must be told what comes of it. */
export type PreparedPrompt = CallObserver & { readonly request: ModelRequest }

export type PromptCacheOptions = {
  /** See `createCacheLedger`. */
  readonly elapsedMs: () => number
  /** What an earlier process had learnt, oldest first. */
  readonly entries?: readonly LedgerEntry[]
  readonly calibrations?: ReadonlyMap<ModelId, Calibration>
  readonly lastCalls?: ReadonlyMap<ConversationId, LastCall>
  /** Called with what should outlive this process. Must not block. */
  readonly onLearnt?: (learnt: Learnt) => void
}

export type Learnt = {
  readonly entries: readonly LedgerEntry[]
  readonly modelId: ModelId
  readonly calibration: Calibration
  /** Of a call in a conversation. */
  readonly lastCall: { readonly conversationId: ConversationId; readonly call: LastCall } | undefined
}

/** Times after which an agent's fixed prompt was used again, over all conversations. */
const mostFixedPauses = 8

export function createPromptCache(options: PromptCacheOptions): PromptCache {
  const { elapsedMs, entries = [], onLearnt = () => {} } = options
  const ledger = createCacheLedger(elapsedMs)
  for (const entry of entries) ledger.put(entry)
  const calibrations = new Map(options.calibrations)
  const memories = createConversationMemories(options.lastCalls ?? new Map())
  let fixedPausesMs: readonly number[] = []

  function prepareIn(request: ModelRequest, scope: string, memory: ConversationMemory): PreparedCall {
    const { model } = request
    const calibration = calibrationOf(model.id)
    return prepareCall(request, `${scope} ${model.endpointModelId}`, { ledger, calibration, memory, fixedPausesMs })
  }

  function calibrationOf(modelId: ModelId): Calibration {
    return calibrations.get(modelId) ?? uncalibrated
  }

  /** An agent's tools and system prompt are written for other conversations; how often those come decides how long. */
  function noteFixedPause({ lastEnd }: PreparedCall, nowMs: number): void {
    const lastUsedMs = lastEnd === null ? undefined : ledger.get(lastEnd.key)?.lastUsedMs
    if (lastUsedMs != null) fixedPausesMs = [...fixedPausesMs, nowMs - lastUsedMs].slice(-mostFixedPauses)
  }

  function tell({ standing, positions, request }: PreparedCall, last: LastCall): void {
    const { conversationId, model } = request
    const keys = [...standing.map(({ position }) => position.key), positions.end.key]
    onLearnt({
      entries: keys.flatMap((key) => ledger.get(key) ?? []),
      modelId: model.id,
      calibration: calibrationOf(model.id),
      lastCall: conversationId === undefined ? undefined : { conversationId, call: last },
    })
  }

  return {
    prepare(request, scope) {
      const memory = memories.of(request.conversationId)
      const nowMs = elapsedMs()
      // A message with an id is the person's; tool results come at once and say nothing about anybody's rhythm.
      if (request.messages.at(-1)?.id !== undefined) notePause(memory, nowMs)
      const call = prepareIn(request, scope, memory)
      return {
        request: call.points.length === 0 ? request : { ...request, cachePoints: call.points },
        noteStart() {
          // Here and not above: what is tried again before it began would count twice.
          if (memory.last === undefined) noteFixedPause(call, nowMs)
          keepStarted({ ...call, ledger, nowMs })
          memory.last = call.remembered
        },
        report(usage) {
          const compared = compareCache(call, usage)
          const counted = settle(call, { usage, compared, ledger, nowMs })
          if (counted.calibration !== null) {
            calibrations.set(request.model.id, calibrate(calibrationOf(request.model.id), counted.calibration))
          }
          memory.last = counted.remembered
          memory.endedMs = elapsedMs()
          tell(call, counted.remembered)
          return { cache: compared.report, context: breakDownContext(call.prompt, counted.remembered.promptTokens) }
        },
      }
    },
    estimate: (request, scope) => prepareIn(request, scope, memories.of(request.conversationId)).predicted.promptTokens,
    holdsPoint: (request, scope) =>
      prepareIn(request, scope, memories.of(request.conversationId)).points.some(({ at }) => at !== 'message'),
  }
}

type Settled = {
  readonly remembered: PreparedCall['remembered']
  /** What came after the last counted place: estimated, and as it turned out. null where it teaches nothing. */
  readonly calibration: Calibration | null
}

function settle(
  call: PreparedCall,
  of: {
    readonly usage: Usage
    readonly compared: CacheComparison
    readonly ledger: CacheLedger
    readonly nowMs: number
  },
): Settled {
  const { usage, compared, ledger, nowMs } = of
  const { positions, anchor, prompt, remembered } = call
  // Without its counters an answer says nothing about the size of the prompt.
  if (compared.report.miss === 'not-reported') return { remembered, calibration: null }
  const actual = promptTokens(usage)
  const seen = {
    actual: actual - (anchor?.entry.tokens ?? 0),
    raw: positions.end.rawTokens - (anchor?.position.rawTokens ?? 0),
  }
  keepCounted({ ...call, ledger, nowMs, read: compared.read, end: positions.end, usage })
  const isIgnored = remembered.unwritten === null && isSilent(usage)
  return {
    remembered: {
      ...remembered,
      promptTokens: actual,
      unwritten: isIgnored ? compared.report.miss : remembered.unwritten,
    },
    // The size of a picture says nothing about how a model splits words.
    calibration: prompt.hasImages ? null : seen,
  }
}
