import { modelId } from './ids.ts'
import { cacheLifetime, effort, serviceTier } from './inference.ts'
import { modelTier } from './model-choice.ts'
import { z } from './schema.ts'
import { price } from './usage.ts'

/** `auto` is no source of its own: it chooses among the others for each turn. */
const modelProvider = z.enum(['offline', 'bedrock', 'openai', 'auto'])

/** What a model's prompt cache takes, from its model card. */
export const cachingFacts = z.object({
  /** Smallest cacheable prefix in tokens: below it the service neither writes nor reads, and says nothing. */
  minimumTokens: z.number().int().positive(),
  maxPoints: z.number().int().positive(),
  lifetimes: z.array(cacheLifetime),
  /** Where points may stand. */
  sections: z.array(z.enum(['tools', 'system', 'messages'])),
  /** Whether a point may stand right behind tool results; absent: yes. */
  afterToolResults: z.boolean().optional(),
})
export type CachingFacts = z.infer<typeof cachingFacts>

/** What a model takes and costs, as data. Requests are written from this: what a model refuses is never sent. */
export const modelInfo = z.object({
  id: modelId,
  provider: modelProvider,
  /** What the endpoint calls it: an inference profile, a base id, an ARN, or a local server's model name. */
  endpointModelId: z.string(),
  label: z.string(),
  /** One honest sentence for the picker. */
  description: z.string(),
  contextTokens: z.number().int().positive().optional(),
  maxOutputTokens: z.number().int().positive().optional(),
  accepts: z.object({
    tools: z.boolean(),
    images: z.boolean(),
    temperature: z.boolean(),
    topP: z.boolean(),
    /** `adaptive`: `thinking: {type: 'adaptive'}`; `budget`: `{type: 'enabled', budget_tokens}`; `always`: nothing to send. */
    reasoning: z.enum(['none', 'adaptive', 'budget', 'always']),
    /** Efforts it can be asked for; absent: none. */
    efforts: z.array(effort).optional(),
    /** Whether it goes on from an assistant message the request ends with; absent: it refuses. */
    prefill: z.boolean().optional(),
    /** Service tiers beside the default one. */
    serviceTiers: z.array(serviceTier).optional(),
    optimizedLatency: z.boolean().optional(),
    guardrails: z.boolean().optional(),
  }),
  /** Absent when the model does not cache. */
  caching: cachingFacts.optional(),
  /** What it is good for, for the automatic choice; absent: never chosen by it. */
  tier: modelTier.optional(),
  price: z.union([price, z.literal('free')]).optional(),
})
export type ModelInfo = z.infer<typeof modelInfo>

/** A provider's part of the picker. `problem` says why the list is the built-in catalog or empty, and what to do. */
export const modelList = z.object({
  models: z.array(modelInfo),
  sources: z.array(
    z.object({
      provider: modelProvider,
      label: z.string(),
      origin: z.enum(['built-in', 'account', 'server']),
      problem: z.string().optional(),
    }),
  ),
})
export type ModelList = z.infer<typeof modelList>
