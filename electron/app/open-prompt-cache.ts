import { uptime } from 'node:os'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import { z } from '../../shared/schema.ts'
import { lifetimeMs, type LedgerEntry } from '../models/caching/cache-ledger.ts'
import type { Calibration } from '../models/caching/calibration.ts'
import { lastCall, type LastCall } from '../models/caching/explain-miss.ts'
import { createPromptCache, type PromptCache } from '../models/caching/prompt-cache.ts'
import type { PromptCacheEntry, Storage } from '../storage/storage.ts'

/**
 * The planning of prompt caches with what earlier runs of the app learnt: entries live on at the service while the app
 * is closed, and a model's tokenizer is the same tomorrow.
 */
export async function openPromptCache(
  storage: Pick<Storage, 'promptCache'>,
  { now, logFailure }: { readonly now: () => number; readonly logFailure: (error: unknown) => void },
): Promise<PromptCache> {
  await storage.promptCache.dropExpired(now() - lifetimeMs['1h'])
  const { entries, calibrations, lastCalls } = await storage.promptCache.load()
  return createPromptCache({
    elapsedMs,
    entries: entries.toSorted(byUse).map((entry) => fromStored(entry, now())),
    calibrations: new Map(calibrations.flatMap(({ modelId, json }) => readCalibration(modelId, json))),
    lastCalls: new Map(lastCalls.flatMap(({ conversationId, json }) => readLastCall(conversationId, json))),
    onLearnt({ entries: learnt, modelId, calibration, lastCall: last }) {
      const saved = {
        entries: learnt.map((entry) => toStored(entry, now())),
        calibration: { modelId, json: JSON.stringify(calibration) },
        lastCall: last && { conversationId: last.conversationId, at: now(), json: JSON.stringify(last.call) },
      }
      storage.promptCache.save(saved).catch(logFailure)
    },
  })
}

/** Since the machine started, its sleep included, on all three systems: neither a set clock nor a nap misleads it. */
function elapsedMs(): number {
  return uptime() * 1000
}

function byUse(a: PromptCacheEntry, b: PromptCacheEntry): number {
  return (a.lastUsedAt ?? 0) - (b.lastUsedAt ?? 0)
}

function fromStored({ digest, ttl, tokens, isCounted, lastUsedAt }: PromptCacheEntry, now: number): LedgerEntry {
  // A clock that was set back since must not make an entry younger than new.
  const lastUsedMs = lastUsedAt === null ? null : elapsedMs() - Math.max(0, now - lastUsedAt)
  return { key: digest, ttl, tokens, isCounted, lastUsedMs }
}

function toStored({ key, ttl, tokens, isCounted, lastUsedMs }: LedgerEntry, now: number): PromptCacheEntry {
  const lastUsedAt = lastUsedMs === null ? null : now - (elapsedMs() - lastUsedMs)
  const scope = key.slice(0, key.lastIndexOf(' '))
  return { digest: key, scope, ttl, tokens, isCounted, lastUsedAt }
}

const storedCalibration = z.object({ actual: z.number().nonnegative(), raw: z.number().nonnegative() })

function readCalibration(modelId: ModelId, json: string): [ModelId, Calibration][] {
  const read = storedCalibration.safeParse(JSON.parse(json))
  return read.success ? [[modelId, read.data]] : []
}

function readLastCall(conversationId: ConversationId, json: string): [ConversationId, LastCall][] {
  const read = lastCall.safeParse(JSON.parse(json))
  return read.success ? [[conversationId, read.data]] : []
}
