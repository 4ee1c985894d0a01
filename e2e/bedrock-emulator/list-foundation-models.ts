import { emulatedModels } from './models.ts'
import type { EmulatedModel } from './models.ts'

/** The account's models. `INFERENCE_PROFILE` is what the service returns, though the SDK's type does not know it. */
export function listFoundationModels(): object {
  return { modelSummaries: emulatedModels.map(modelSummary) }
}

function modelSummary(model: EmulatedModel): object {
  return {
    modelArn: foundationModelArn(model),
    modelId: model.id,
    modelName: model.name,
    providerName: model.provider,
    inputModalities: model.inputModalities,
    outputModalities: ['TEXT'],
    responseStreamingSupported: true,
    customizationsSupported: [],
    inferenceTypesSupported: model.onDemand ? ['ON_DEMAND', 'INFERENCE_PROFILE'] : ['INFERENCE_PROFILE'],
    modelLifecycle: { status: 'ACTIVE' },
  }
}

export function foundationModelArn(model: EmulatedModel): string {
  return `arn:aws:bedrock:us-east-1::foundation-model/${model.id}`
}
