import type { CacheLifetime } from '../../../shared/inference.ts'
import type { CachingFacts } from '../../../shared/models.ts'
import type { CachePoint } from '../../../shared/prompt-cache.ts'

export type CachePlanInput = {
  readonly caching: CachingFacts
  /** Tokens up to the end of each, estimated; null where there is nothing (no tools, no system prompt). */
  readonly toolsEnd: number | null
  readonly systemEnd: number | null
  /** The last message: where this call's own prefix ends. */
  readonly last: { readonly index: number; readonly tokens: number } | null
  /** The newest message before it up to which the service should still hold an entry. */
  readonly held: { readonly index: number; readonly tokens: number } | null
  /** How far above the smallest prefix an estimate must be (`calibration.ts`). */
  readonly margin: number
  /** Of tools and system, and of messages. */
  readonly lifetimes: { readonly fixed: CacheLifetime; readonly messages: CacheLifetime }
}

/**
 * Where the cache points of a call stand, at most as many as the model takes.
 *
 * Tools and the fixed part of the system prompt get one each: other conversations with the same agent read them. Two roll
 * along with the messages: one where the last call ended, so that its entry is found however many blocks a tool loop
 * added since (the service looks back over 20 only), and one at the new end, for the next call. A point below the
 * model's minimum would be ignored and is not placed.
 */
export function planCachePoints(input: CachePlanInput): readonly CachePoint[] {
  const { caching, toolsEnd, systemEnd, last, held, margin, lifetimes } = input
  const isLarge = (tokens: number) => tokens >= caching.minimumTokens * margin
  const takes = (section: CachingFacts['sections'][number]) => caching.sections.includes(section)
  // The service wants longer lives first.
  const fixed = lifetimes.messages === '1h' ? '1h' : lifetimes.fixed
  const points: CachePoint[] = []
  if (takes('messages')) {
    if (last !== null && isLarge(last.tokens))
      points.push({ at: 'message', index: last.index, ttl: lifetimes.messages })
    if (held !== null && held.index !== last?.index && isLarge(held.tokens)) {
      points.push({ at: 'message', index: held.index, ttl: lifetimes.messages })
    }
  }
  if (systemEnd !== null && takes('system') && isLarge(systemEnd)) points.push({ at: 'system', ttl: fixed })
  if (toolsEnd !== null && takes('tools') && isLarge(toolsEnd)) points.push({ at: 'tools', ttl: fixed })
  // The first ones matter most: what does not fit is left out from the front of the prompt.
  return points.slice(0, caching.maxPoints).toReversed()
}
