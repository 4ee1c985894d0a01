import type { CacheLifetime } from '../../../shared/inference.ts'
import { keepNewest } from '../../../shared/keep-newest.ts'

/** One prefix that was sent. `tokens` as the service counted them, or as estimated until it did. */
export type LedgerEntry = {
  readonly key: string
  readonly ttl: CacheLifetime
  readonly tokens: number
  /** Whether `tokens` is the service's own count. */
  readonly isCounted: boolean
  /** Since the machine started, in milliseconds; null for a prefix that was counted but never written. */
  readonly lastUsedMs: number | null
}

/** What the service should hold for us, as far as this app's own calls can tell. */
export type CacheLedger = {
  get(key: string): LedgerEntry | undefined
  /** Whether the service should still have it. */
  isAlive(entry: LedgerEntry | undefined): boolean
  put(entry: LedgerEntry): void
  /** The service turned out not to have it. What it counts is still known. */
  forgetLife(key: string): void
}

export const lifetimeMs: Readonly<Record<CacheLifetime, number>> = { '5m': 300_000, '1h': 3_600_000 }

/** Past this many the oldest go: a person has at most a few dozen prefixes alive at once. */
const mostEntries = 4000

/**
 * @param elapsedMs Time since the machine started, sleep included: the wall clock may be set while an entry lives, and
 * a clock that stops while the machine sleeps would keep entries alive that are long gone.
 */
export function createCacheLedger(elapsedMs: () => number): CacheLedger {
  const entries = new Map<string, LedgerEntry>()
  return {
    get: (key) => entries.get(key),
    isAlive(entry) {
      if (entry === undefined || entry.lastUsedMs === null) return false
      return elapsedMs() - entry.lastUsedMs < lifetimeMs[entry.ttl]
    },
    put: (entry) => keepNewest(entries, [entry.key, entry], mostEntries),
    forgetLife(key) {
      const entry = entries.get(key)
      if (entry !== undefined) entries.set(key, { ...entry, lastUsedMs: null })
    },
  }
}
