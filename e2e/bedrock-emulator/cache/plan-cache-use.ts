import type { ConverseRequest } from '../converse-request.ts'
import { ttlOf } from './check-cache-points.ts'
import { cacheTtls } from './model-caching.ts'
import type { CacheTtl, ModelCaching } from './model-caching.ts'
import { prefixKeys } from './prefix-keys.ts'
import type { Prompt } from './prompt.ts'

/** What one request reads from the cache and will leave in it. */
export interface CacheUse {
  readonly readTokens: number
  readonly writeTokens: number
  /** `writeTokens` by how long they are kept, the longest first; only what is written. */
  readonly details: readonly { readonly ttl: CacheTtl; readonly inputTokens: number }[]
  /** Entries whose life begins anew, each with its own ttl. */
  readonly refreshed: readonly string[]
  readonly written: readonly { readonly key: string; readonly ttl: CacheTtl }[]
}

export interface CacheQuestion {
  readonly modelId: string
  readonly request: ConverseRequest
  readonly prompt: Prompt
  readonly caching: ModelCaching | undefined
  readonly isLive: (key: string) => boolean
}

/** A model that caches looks this many block positions back from each point. */
const lookBack = 20

export const noCacheUse: CacheUse = { readTokens: 0, writeTokens: 0, details: [], refreshed: [], written: [] }

/**
 * Works out what the cache does for a request whose points are checked. Read is the longest live prefix at a point or
 * up to 20 positions before one; written is every stretch from there to the last point. Points below the model's
 * minimum do not exist.
 */
export function planCacheUse({ modelId, request, prompt, caching, isLive }: CacheQuestion): CacheUse {
  if (prompt.points.length === 0 || caching === undefined) return noCacheUse
  const tokensBefore = prefixTokens(prompt)
  const points = prompt.points
    .map((point) => ({ position: point.position, ttl: ttlOf(point), tokens: tokensBefore[point.position] ?? 0 }))
    .filter((point) => point.tokens >= caching.minimumTokens)
  if (points.length === 0) return noCacheUse

  const positions = new Set(points.flatMap((point) => positionsWithin(point.position)))
  const keys = prefixKeys({ modelId, request, prompt }, positions)
  const keyAt = (position: number): string => keys.get(position) ?? ''
  const isLiveAt = (position: number): boolean => isLive(keyAt(position))
  const read = Math.max(0, ...[...positions].filter(isLiveAt))
  const pointsAfter = points.filter((point) => point.position > read)
  const pointsRead = points.filter((point) => point.position <= read && isLiveAt(point.position))
  const refreshed = new Set([...pointsRead.map((point) => point.position), ...(read > 0 ? [read] : [])])
  const readTokens = read === 0 ? 0 : (tokensBefore[read] ?? 0)
  return {
    readTokens,
    writeTokens: Math.max(0, (pointsAfter.at(-1)?.tokens ?? readTokens) - readTokens),
    details: splitByTtl(pointsAfter, readTokens),
    refreshed: [...refreshed].map(keyAt),
    written: pointsAfter.map((point) => ({ key: keyAt(point.position), ttl: point.ttl })),
  }
}

/** Tokens of the first p blocks, for every p. */
function prefixTokens({ blocks }: Prompt): number[] {
  let sum = 0
  return [0, ...blocks.map((block) => (sum += block.tokens))]
}

/** A point's own position and those within its reach, the longest first. */
function positionsWithin(point: number): number[] {
  const count = Math.min(point, lookBack + 1)
  return Array.from({ length: count }, (_, index) => point - index)
}

interface WrittenPoint {
  readonly ttl: CacheTtl
  readonly tokens: number
}

/** Each stretch counts for the point that closes it. */
function splitByTtl(points: readonly WrittenPoint[], readTokens: number): CacheUse['details'] {
  const byTtl = { '1h': 0, '5m': 0 }
  let start = readTokens
  for (const { ttl, tokens } of points) {
    byTtl[ttl] += tokens - start
    start = tokens
  }
  return cacheTtls.map((ttl) => ({ ttl, inputTokens: byTtl[ttl] })).filter((detail) => detail.inputTokens > 0)
}
