import type { CacheLifetime, CachingWish } from '../../../shared/inference.ts'
import type { CachingFacts, ModelInfo } from '../../../shared/models.ts'

export type LifetimeInput = {
  readonly wish: Exclude<CachingWish, 'off'>
  readonly caching: CachingFacts
  readonly price: ModelInfo['price']
  /** The person's pauses between one answer and the next question, in milliseconds, newest last. */
  readonly pausesMs: readonly number[]
  readonly prefixTokens: number
  /** What this call adds to the cache. */
  readonly newTokens: number
}

const fiveMinutesMs = 300_000
const hourMs = 3_600_000
/** Older pauses say little about the next. */
const pausesLookedAt = 8

/**
 * How long what this call writes should live. An hour costs more to write (2 × instead of 1.25 × input on Claude) and is
 * worth it when the person often pauses for longer than five minutes: then the whole prefix need not be written again.
 */
export function chooseLifetime(input: LifetimeInput): CacheLifetime {
  const { wish, caching, price, pausesMs, prefixTokens, newTokens } = input
  if (!caching.lifetimes.includes('1h')) return '5m'
  if (wish !== 'auto') return caching.lifetimes.includes(wish) ? wish : '5m'
  const recent = pausesMs.slice(-pausesLookedAt)
  if (recent.length === 0 || price === undefined || price === 'free') return '5m'
  const { cacheRead, cacheWrite, cacheWriteHour } = price
  if (cacheRead === undefined || cacheWrite === undefined || cacheWriteHour === undefined) return '5m'
  const shareOfLongPauses = recent.filter((ms) => ms >= fiveMinutesMs && ms < hourMs).length / recent.length
  const expectedLoss = shareOfLongPauses * prefixTokens * (cacheWrite - cacheRead)
  return expectedLoss > newTokens * (cacheWriteHour - cacheWrite) ? '1h' : '5m'
}
