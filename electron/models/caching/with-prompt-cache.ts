import type { Model } from '../../agent/ports.ts'
import type { PromptCache } from './prompt-cache.ts'

/** A provider's model whose calls enter the prompt cache where it was planned, and tell what came of it. */
export function withPromptCache(model: Model, cache: PromptCache, scope: string): Model {
  return {
    stream(request, signal) {
      const prepared = cache.prepare(request, scope)
      return model.stream({ ...prepared.request, observer: prepared }, signal)
    },
    estimatePromptTokens: (request) => cache.estimate(request, scope),
    holdsCachePoint: (request) => cache.holdsPoint(request, scope),
  }
}
