import { ttlMs } from './model-caching.ts'
import type { CacheTtl } from './model-caching.ts'
import type { CacheUse } from './plan-cache-use.ts'

/** The entries of one account. Times are milliseconds of the emulator's clock. */
export interface PromptCache {
  isLive(key: string, nowMs: number): boolean
  /** Does what a request's plan says, at the moment its answer starts: before that nobody can read what it writes. */
  apply(use: CacheUse, nowMs: number): void
  /** As when the service makes room: every entry is gone. */
  clear(): void
}

interface Entry {
  readonly ttl: CacheTtl
  readonly usedAtMs: number
}

export function createPromptCache(): PromptCache {
  const entries = new Map<string, Entry>()
  const liveEntry = (key: string, nowMs: number): Entry | undefined => {
    const entry = entries.get(key)
    return entry !== undefined && nowMs < expiryOf(entry) ? entry : undefined
  }
  return {
    isLive: (key, nowMs) => liveEntry(key, nowMs) !== undefined,
    apply: ({ refreshed, written }, nowMs) => {
      for (const key of refreshed) {
        const entry = entries.get(key)
        if (entry !== undefined) entries.set(key, { ttl: entry.ttl, usedAtMs: nowMs })
      }
      for (const { key, ttl } of written) {
        const fresh = { ttl, usedAtMs: nowMs }
        const older = liveEntry(key, nowMs)
        // An hour that is not over yet outlives five minutes that begin.
        if (older === undefined || expiryOf(older) <= expiryOf(fresh)) entries.set(key, fresh)
      }
      if (entries.size > maxEntries) dropExpired(entries, nowMs)
    },
    clear: () => entries.clear(),
  }
}

/** Above this an expired entry is no longer kept until somebody looks. */
const maxEntries = 10_000

function dropExpired(entries: Map<string, Entry>, nowMs: number): void {
  for (const [key, entry] of entries) {
    if (nowMs >= expiryOf(entry)) entries.delete(key)
  }
}

function expiryOf({ usedAtMs, ttl }: Entry): number {
  return usedAtMs + ttlMs[ttl]
}
