import { emulatedModels } from './models.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { ServiceError } from './service-error.ts'

/**
 * The model behind a decoded `modelId`: a base id, a profile id, or the ARN of either. Undefined for an application
 * inference profile, whose ARN does not tell. Throws what the service throws for an id it does not know, and for a
 * base id that can only be called through a profile.
 */
export function resolveModel(modelId: string): EmulatedModel | undefined {
  if (/^arn:aws[\w-]*:bedrock:[\w-]+:\d{12}:application-inference-profile\/\w+$/.test(modelId)) return undefined
  const id = modelId.startsWith('arn:') ? modelId.slice(modelId.indexOf('/') + 1) : modelId
  for (const model of emulatedModels) {
    if (model.profiles.some((geography) => id === `${geography}.${model.id}`)) return model
    if (id !== model.id) continue
    if (model.onDemand) return model
    throw new ServiceError('ValidationException', onDemandMessage(modelId))
  }
  throw new ServiceError('ValidationException', 'The provided model identifier is invalid.')
}

/** Word for word, with the service's own curly apostrophe. */
export function onDemandMessage(modelId: string): string {
  return `Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`
}
