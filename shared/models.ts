import { modelId } from './ids.ts'
import { z } from './schema.ts'
import { price } from './usage.ts'

const modelProvider = z.enum(['offline', 'bedrock', 'openai'])

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
  }),
  /** Smallest cacheable prefix in tokens; absent when the model does not cache. */
  cacheMinimumTokens: z.number().int().optional(),
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
