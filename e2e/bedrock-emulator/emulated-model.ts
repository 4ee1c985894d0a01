import type { ModelCaching } from './cache/model-caching.ts'

export type Geography = 'us' | 'eu' | 'apac' | 'au' | 'jp' | 'in' | 'global'

/** A model the emulated account offers, the ways it can be called, what it takes and what it refuses. */
export interface EmulatedModel {
  readonly id: string
  readonly name: string
  readonly provider: 'Anthropic' | 'Amazon' | 'Meta'
  /** Geographies with an inference profile `<geography>.<id>`. */
  readonly profiles: readonly Geography[]
  /** Whether the bare id can be called, without a profile. */
  readonly onDemand: boolean
  readonly inputModalities: readonly string[]
  readonly limits: ModelLimits
  /** Undefined for a model without a prompt cache. */
  readonly caching: ModelCaching | undefined
  /** What one token of output takes from the quota of tokens per minute: five since Claude 3.7. */
  readonly outputBurndown: 1 | 5
}

export const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const

export interface ModelLimits {
  readonly contextTokens: number
  readonly maxOutputTokens: number
  /** Which of temperature and topP it takes: none since Opus 4.7, one of them for Claude 4.5 and 4.6. */
  readonly sampling: 'none' | 'one' | 'both'
  readonly thinking: readonly ThinkingMode[]
  /** Whether it thinks unless told otherwise. A model that thinks cannot be forced to use a tool. */
  readonly thinksByDefault: boolean
  readonly efforts: readonly (typeof efforts)[number][]
  /** A conversation that ends with words put into the assistant's mouth. */
  readonly refusesPrefill: boolean
  /** `whole` for a model that has tools in Converse and not in ConverseStream. */
  readonly tools: 'always' | 'whole'
  readonly structuredOutput: boolean
  /** Whether CountTokens takes its base id. */
  readonly countsTokens: boolean
  /** Beside `default`. */
  readonly serviceTiers: readonly string[]
  /** Profiles with latency-optimised inference. */
  readonly optimizedIn: readonly Geography[]
}

export type ThinkingMode = 'adaptive' | 'enabled' | 'disabled'
