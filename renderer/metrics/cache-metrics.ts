import type { ModelCall } from '../../shared/run-events.ts'

/** What the prompt cache did in some calls. */
export type CacheMetrics = {
  /** Cached tokens that were read, of those a perfect cache would have read, 0 to 1. null when there were none to read. */
  readonly hitRate: number | null
  /** US dollars against the same calls without caching; negative when it cost more. null when a part is not known. */
  readonly savedUsd: number | null
}

/** null when no call had a prompt cache. Calls without one are in no sum. */
export function cacheMetrics(calls: readonly ModelCall[]): CacheMetrics | null {
  const reported = calls.flatMap(({ cache, usage }) =>
    cache === undefined || usage === null ? [] : [{ cache, usage }],
  )
  if (reported.length === 0) return null
  const reads = reported.reduce((sum, { usage }) => sum + usage.cacheReadTokens, 0)
  const cacheable = reported.reduce((sum, { cache }) => sum + cache.cacheableTokens, 0)
  return {
    hitRate: hitRate(reads, cacheable),
    savedUsd: reported.reduce<number | null>((sum, { cache }) => addKnown(sum, cache.savedUsd), 0),
  }
}

/** Reads over what could have been read. Estimates may put it a little above 1, which it never is. */
export function hitRate(readTokens: number, cacheableTokens: number): number | null {
  return cacheableTokens === 0 ? null : Math.min(1, readTokens / cacheableTokens)
}

function addKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
