import { emulatedModels } from './models.ts'
import type { EmulatedModel } from './emulated-model.ts'

/** The account's models. `INFERENCE_PROFILE` is what the service returns, though the SDK's type does not know it. */
export function listFoundationModels(region?: string): object {
  return { modelSummaries: emulatedModels.map((model) => modelSummary(model, region)) }
}

function modelSummary(model: EmulatedModel, region?: string): object {
  return {
    modelArn: foundationModelArn(model, region),
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

/** In the region a request is signed for. */
export function foundationModelArn(model: EmulatedModel, region = 'us-east-1'): string {
  return `arn:aws:bedrock:${region}::foundation-model/${model.id}`
}
