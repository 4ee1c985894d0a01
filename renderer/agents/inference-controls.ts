import type { InferenceSettings } from '../../shared/inference.ts'
import type { ModelInfo } from '../../shared/models.ts'

export type ControlName = keyof InferenceSettings

/** What can be set for a model, and what people may look for that it does not take. What it refuses is not offered. */
export function inferenceControls(model: ModelInfo): {
  readonly offered: readonly ControlName[]
  readonly refused: readonly ControlName[]
} {
  const known = knownTo[model.provider]
  return {
    offered: known.filter((name) => isTaken(name, model)),
    refused: known.filter((name) => !isTaken(name, model)),
  }
}

/** "Claude Sonnet 5.5 takes no temperature, top P or service tier." `undefined` when it takes all there is. */
export function refusedSentence(model: ModelInfo): string | undefined {
  const words = inferenceControls(model).refused.map((name) => controlWords[name])
  const last = words.at(-1)
  if (last === undefined) return undefined
  const list = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
  return model.provider === 'auto'
    ? `Some of the models it chooses from take no ${list}.`
    : `${model.label} takes no ${list}.`
}

const common = ['effort', 'temperature', 'topP', 'maxTokens', 'stopSequences'] as const
const bedrock = [...common, 'caching', 'region', 'guardrail', 'serviceTier', 'latency'] as const

/** What each kind of endpoint knows at all. The automatic choice is among models of Bedrock. */
const knownTo: Readonly<Record<ModelInfo['provider'], readonly ControlName[]>> = {
  offline: [],
  openai: ['temperature', 'topP', 'maxTokens', 'stopSequences'],
  bedrock,
  auto: bedrock,
}

function isTaken(name: ControlName, { provider, accepts, caching }: ModelInfo): boolean {
  switch (name) {
    case 'temperature':
      return accepts.temperature
    case 'topP':
      return accepts.topP
    case 'effort':
      return (accepts.efforts ?? []).length > 0
    case 'caching':
      return provider === 'auto' || caching !== undefined
    case 'guardrail':
      return accepts.guardrails === true
    case 'serviceTier':
      return (accepts.serviceTiers ?? []).length > 0
    case 'latency':
      return accepts.optimizedLatency === true
    case 'maxTokens':
    case 'stopSequences':
    case 'region':
      return true
  }
}

/** As they stand in a sentence. */
export const controlWords: Readonly<Record<ControlName, string>> = {
  temperature: 'temperature',
  topP: 'top P',
  maxTokens: 'length limit',
  effort: 'effort',
  stopSequences: 'stop sequences',
  caching: 'prompt cache',
  region: 'region',
  guardrail: 'guardrail',
  serviceTier: 'service tier',
  latency: 'faster answers',
}
