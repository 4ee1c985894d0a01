import { z } from './schema.ts'

/** How long a model may think, where it lets one say so. */
export const effort = z.enum(['low', 'medium', 'high', 'xhigh', 'max'])
export type Effort = z.infer<typeof effort>

/** How long an entry of the prompt cache lives without being read. */
export const cacheLifetime = z.enum(['5m', '1h'])
export type CacheLifetime = z.infer<typeof cacheLifetime>

/** `auto` weighs the conversation's own rhythm against the prices of both lifetimes. */
export const cachingWish = z.union([z.literal('auto'), cacheLifetime, z.literal('off')])
export type CachingWish = z.infer<typeof cachingWish>

export const serviceTier = z.enum(['default', 'priority', 'flex'])
export type ServiceTier = z.infer<typeof serviceTier>

export const awsRegion = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Expected a region such as us-east-1')

/**
 * Wishes about how a model answers, of an agent or of one conversation. What the chosen model does not accept is not
 * sent; what is left out is the model's own choice.
 */
export const inferenceSettings = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  /** Of one answer. Also what the service reserves of the account's quota when a request starts. */
  maxTokens: z.number().int().min(1).max(1_000_000).optional(),
  effort: effort.optional(),
  stopSequences: z.array(z.string().min(1).max(200)).max(4).optional(),
  caching: cachingWish.optional(),
  /** Instead of the region of the settings. */
  region: awsRegion.optional(),
  guardrail: z
    .strictObject({
      id: z.string().min(1).max(2048),
      version: z.string().regex(/^(\d{1,8}|DRAFT)$/, 'Expected a number or DRAFT'),
    })
    .optional(),
  serviceTier: serviceTier.optional(),
  latency: z.enum(['standard', 'optimized']).optional(),
})
export type InferenceSettings = z.infer<typeof inferenceSettings>

/** The conversation's wishes over the agent's, field by field. */
export function mergeInference(agent: InferenceSettings, conversation: InferenceSettings): InferenceSettings {
  const said = Object.entries(conversation).filter(([, value]) => value !== undefined)
  return { ...agent, ...Object.fromEntries(said) }
}
