import { checkModelInference } from './check-inference.ts'
import { checkModelContent } from './check-model-content.ts'
import { checkThinking } from './check-thinking.ts'
import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './emulated-model.ts'

/** Throws ValidationException for what this model turns down although the service's schema allows it. */
export function validateForModel(request: ConverseRequest, model: EmulatedModel, isStream: boolean): void {
  checkModelInference(request, model)
  checkModelContent(request, model, isStream)
  checkThinking(request, model)
}
