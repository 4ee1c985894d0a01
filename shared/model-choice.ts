import { modelId } from './ids.ts'
import { jsonValue, z } from './schema.ts'

/** How much a task asks of a model: the catalog puts each model it knows on one of these. */
export const modelTiers = ['small', 'medium', 'large'] as const
export const modelTier = z.enum(modelTiers)
export type ModelTier = z.infer<typeof modelTier>

export const modelPolicy = z.enum(['quality', 'balanced', 'cheapest'])
export type ModelPolicy = z.infer<typeof modelPolicy>

/** What the automatic choice decided for one turn, and why. */
export const modelChoice = z.object({
  modelId,
  policy: modelPolicy,
  tier: modelTier,
  /** One sentence for the person: what about the task decided. */
  reason: z.string(),
  /** What leaving a warm cache costs, in US dollars; absent when none is left. */
  switchingUsd: z.number().optional(),
  /** What the scorer saw, in numbers and names: what a different wish of the person is remembered with. */
  features: jsonValue.optional(),
})
export type ModelChoice = z.infer<typeof modelChoice>
