export type Geography = 'us' | 'eu' | 'apac' | 'global'

/** A model the emulated account offers, the ways it can be called, and what it refuses. */
export interface EmulatedModel {
  readonly id: string
  readonly name: string
  readonly provider: 'Anthropic' | 'Amazon'
  /** Geographies with an inference profile `<geography>.<id>`. */
  readonly profiles: readonly Geography[]
  /** Whether the bare id can be called, without a profile. */
  readonly onDemand: boolean
  readonly inputModalities: readonly string[]
  readonly limits: ModelLimits
}

interface ModelLimits {
  readonly contextTokens: number
  readonly maxOutputTokens: number
  /** Sampling parameters, forced tool choice and a thinking budget are gone from the newest generation. */
  readonly refusesSampling: boolean
  readonly refusesForcedToolChoice: boolean
  readonly refusesThinkingBudget: boolean
  /** A conversation that ends with words put into the assistant's mouth. */
  readonly refusesPrefill: boolean
}

const newest: ModelLimits = {
  contextTokens: 1_000_000,
  maxOutputTokens: 128_000,
  refusesSampling: true,
  refusesForcedToolChoice: true,
  refusesThinkingBudget: true,
  refusesPrefill: true,
}

const older: ModelLimits = {
  contextTokens: 200_000,
  maxOutputTokens: 64_000,
  refusesSampling: false,
  refusesForcedToolChoice: false,
  refusesThinkingBudget: false,
  refusesPrefill: false,
}

export const emulatedModels: readonly EmulatedModel[] = [
  claude('claude-opus-5-5', 'Claude Opus 5.5', newest),
  claude('claude-sonnet-5-5', 'Claude Sonnet 5.5', newest),
  claude('claude-haiku-5-5', 'Claude Haiku 5.5', newest),
  claude('claude-sonnet-4-6', 'Claude Sonnet 4.6', { ...older, contextTokens: 1_000_000, refusesPrefill: true }),
  claude('claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5', older),
  nova('nova-pro-v1:0', 'Nova Pro', { inputModalities: ['TEXT', 'IMAGE', 'VIDEO'], contextTokens: 300_000 }),
  nova('nova-lite-v1:0', 'Nova Lite', { inputModalities: ['TEXT', 'IMAGE', 'VIDEO'], contextTokens: 300_000 }),
  nova('nova-micro-v1:0', 'Nova Micro', { inputModalities: ['TEXT'], contextTokens: 128_000 }),
]

function claude(id: string, name: string, limits: ModelLimits): EmulatedModel {
  return {
    id: `anthropic.${id}`,
    name,
    provider: 'Anthropic',
    profiles: ['us', 'eu', 'global'],
    onDemand: false,
    inputModalities: ['TEXT', 'IMAGE'],
    limits,
  }
}

interface NovaTraits {
  readonly inputModalities: readonly string[]
  readonly contextTokens: number
}

function nova(id: string, name: string, { inputModalities, contextTokens }: NovaTraits): EmulatedModel {
  return {
    id: `amazon.${id}`,
    name,
    provider: 'Amazon',
    profiles: ['us', 'eu', 'apac'],
    onDemand: true,
    inputModalities,
    limits: { ...older, contextTokens, maxOutputTokens: 10_000 },
  }
}
