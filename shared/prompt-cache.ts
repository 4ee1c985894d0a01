import { cacheLifetime } from './inference.ts'
import { z } from './schema.ts'

const tokens = z.number().int().nonnegative()

/** Where a cache point stands: after all tools, after the fixed part of the system prompt, after a message (its index). */
export const cachePoint = z.discriminatedUnion('at', [
  z.object({ at: z.literal('tools'), ttl: cacheLifetime }),
  z.object({ at: z.literal('system'), ttl: cacheLifetime }),
  z.object({ at: z.literal('message'), index: z.number().int().nonnegative(), ttl: cacheLifetime }),
])
export type CachePoint = z.infer<typeof cachePoint>

/** Why a part of the prompt that could have been cached was not read from the cache. One meaning each. */
export const cacheMisses = [
  /** Nothing like it was sent before. */
  'first-call',
  'expired',
  'tools-changed',
  'system-changed',
  'model-changed',
  /** Thinking or effort: what the service counts as part of the messages' identity. */
  'settings-changed',
  'images-changed',
  'history-edited',
  'history-compacted',
  /** The prompt is shorter than the model's smallest cacheable prefix. */
  'below-minimum',
  /** More blocks since the last point than the service looks back over. */
  'too-many-blocks',
  /** The service answered without cache counters. */
  'not-reported',
  /** It should have been there, and the service did not have it. */
  'evicted',
  'switched-off',
  'not-supported',
] as const
export const cacheMiss = z.enum(cacheMisses)
export type CacheMiss = z.infer<typeof cacheMiss>

/** Up to where a prefix reaches. */
export const cacheReach = z.enum(['nothing', 'tools', 'system', 'messages'])
export type CacheReach = z.infer<typeof cacheReach>

/** What one model call did with the prompt cache, beside what was predicted before it was sent. */
export const cacheReport = z.object({
  points: z.array(cachePoint),
  /** Said before the call. Tokens are an estimate, anchored on what the service counted before. */
  predicted: z.object({ reach: cacheReach, readTokens: tokens, writeTokens: tokens, promptTokens: tokens }),
  /** Where the prefix ended that was really read. */
  reach: cacheReach,
  /** What of the prompt had been sent before or stood before a point: what a perfect cache would have read. */
  cacheableTokens: tokens,
  /** Why less was read than could have been; null when all of it was. */
  miss: cacheMiss.nullable(),
  /** Whether reads and writes were where they were predicted. False always comes with a `miss`. */
  wasPredicted: z.boolean(),
  /** US dollars against the same call without caching; negative when writing cost more than reading saved. null without a price. */
  savedUsd: z.number().nullable(),
})
export type CacheReport = z.infer<typeof cacheReport>

/** What fills the prompt, in tokens. The parts add up to the whole prompt. */
export const contextBreakdown = z.object({
  system: tokens,
  tools: tokens,
  /** Pictures and attached files. */
  attachments: tokens,
  /** What tools answered. */
  results: tokens,
  /** What was said, thought and asked of tools. */
  conversation: tokens,
})
export type ContextBreakdown = z.infer<typeof contextBreakdown>
