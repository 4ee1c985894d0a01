import { checkCachePoints } from './cache/check-cache-points.ts'
import type { ModelCaching } from './cache/model-caching.ts'
import { readPrompt } from './cache/prompt.ts'
import type { Prompt } from './cache/prompt.ts'
import { checkServiceOptions } from './check-service-options.ts'
import type { ServiceOptions } from './check-service-options.ts'
import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { refuse } from './refuse.ts'
import { resolveModel } from './resolve-model.ts'
import { validateConverse } from './validate-converse.ts'
import { validateForModel } from './validate-for-model.ts'

/** A request nothing is wrong with, laid out and counted. */
export interface AcceptedConverse {
  /** As called. */
  readonly modelId: string
  /** Undefined behind an application profile. */
  readonly model: EmulatedModel | undefined
  readonly request: ConverseRequest
  readonly prompt: Prompt
  readonly caching: ModelCaching | undefined
  readonly options: ServiceOptions
}

export interface ConverseCall {
  readonly operation: 'Converse' | 'ConverseStream'
  readonly modelId: string
  /** Parsed JSON. */
  readonly body: unknown
}

/** Throws ServiceError for a model that cannot be called so, and for whatever is wrong with the request. */
export function acceptConverse({ operation, modelId, body }: ConverseCall): AcceptedConverse {
  const model = resolveModel(modelId)
  const request = validateConverse(body)
  // The ARN of an application profile does not tell which model is behind it.
  if (model !== undefined) validateForModel(request, model, operation === 'ConverseStream')
  const options = checkServiceOptions(request, { model, modelId })
  const prompt = readPrompt(request)
  const caching = model === undefined ? cachingOfUnknown : model.caching
  checkCachePoints(prompt, caching)
  if (prompt.tokens > (model?.limits.contextTokens ?? Infinity)) refuse('Input is too long for requested model.')
  return { modelId, model, request, prompt, caching, options }
}

/** Behind an application profile there may be any model: the most common values of Claude. */
const cachingOfUnknown: ModelCaching = {
  minimumTokens: 1024,
  ttls: ['5m', '1h'],
  sections: ['tools', 'system', 'messages'],
  takesPointAfterText: false,
}
