import { efforts } from './emulated-model.ts'
import type { EmulatedModel, Geography, ModelLimits } from './emulated-model.ts'

/*
 * Limits, profiles and caching are those of the AWS model cards (docs.aws.amazon.com/bedrock/latest/userguide/
 * model-card-*.html) as of October 2026.
 */

const million = 1_000_000

/** Claude 5.5 and Fable: thinking cannot be switched off. */
const alwaysThinking: ModelLimits = {
  contextTokens: million,
  maxOutputTokens: 128_000,
  sampling: 'none',
  thinking: ['adaptive'],
  thinksByDefault: true,
  efforts,
  refusesPrefill: true,
  tools: 'always',
  structuredOutput: false,
  countsTokens: false,
  serviceTiers: [],
  optimizedIn: [],
}
const adaptive: ModelLimits = { ...alwaysThinking, thinking: ['adaptive', 'disabled'], thinksByDefault: false }
const claude46: ModelLimits = {
  ...adaptive,
  sampling: 'one',
  thinking: ['adaptive', 'enabled', 'disabled'],
  efforts: ['low', 'medium', 'high', 'max'],
  structuredOutput: true,
  countsTokens: true,
}
const claude45: ModelLimits = {
  ...claude46,
  contextTokens: 200_000,
  maxOutputTokens: 64_000,
  thinking: ['enabled', 'disabled'],
  efforts: [],
  refusesPrefill: false,
}
const other: ModelLimits = {
  ...claude45,
  sampling: 'both',
  thinking: [],
  structuredOutput: false,
  countsTokens: false,
}

export const emulatedModels: readonly EmulatedModel[] = [
  claude('claude-sonnet-5-5', 'Sonnet 5.5', { profiles: ['us', 'eu', 'global'], cachesFrom: 512 }),
  claude('claude-opus-5-5', 'Opus 5.5', { profiles: ['us', 'eu', 'au', 'jp', 'global'], cachesFrom: 512 }),
  claude('claude-haiku-5-5', 'Haiku 5.5', {
    profiles: ['us', 'eu', 'au', 'jp', 'global'],
    cachesFrom: 512,
    ...adaptive,
  }),
  claude('claude-fable-5-1', 'Fable 5.1', { profiles: ['us', 'global'], cachesFrom: 512 }),
  claude('claude-opus-5', 'Opus 5', { profiles: ['us', 'eu', 'au', 'in', 'global'], cachesFrom: 512, ...adaptive }),
  claude('claude-sonnet-5', 'Sonnet 5', { profiles: ['us', 'eu', 'au', 'in', 'global'], cachesFrom: 1024 }),
  claude('claude-opus-4-8', 'Opus 4.8', {
    profiles: ['us', 'eu', 'au', 'jp', 'global'],
    cachesFrom: 1024,
    ...adaptive,
  }),
  claude('claude-opus-4-7', 'Opus 4.7', {
    profiles: ['us', 'eu', 'au', 'jp', 'global'],
    cachesFrom: 4096,
    ...adaptive,
  }),
  claude('claude-sonnet-4-6', 'Sonnet 4.6', {
    profiles: ['us', 'eu', 'au', 'jp', 'global'],
    cachesFrom: 1024,
    ...claude46,
    maxOutputTokens: 64_000,
  }),
  claude('claude-opus-4-6-v1', 'Opus 4.6', { profiles: ['us', 'eu', 'au', 'global'], cachesFrom: 4096, ...claude46 }),
  claude('claude-opus-4-5-20251101-v1:0', 'Opus 4.5', {
    profiles: ['us', 'eu', 'global'],
    cachesFrom: 4096,
    ...claude45,
    efforts: ['low', 'medium', 'high'],
  }),
  claude('claude-sonnet-4-5-20250929-v1:0', 'Sonnet 4.5', {
    profiles: ['us', 'eu', 'au', 'jp', 'global'],
    cachesFrom: 1024,
    ...claude45,
  }),
  claude('claude-haiku-4-5-20251001-v1:0', 'Haiku 4.5', {
    profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'],
    cachesFrom: 4096,
    ...claude45,
  }),
  nova('nova-2-lite-v1:0', 'Nova 2 Lite', {
    profiles: ['us', 'eu', 'jp'],
    onDemand: false,
    contextTokens: million,
    maxOutputTokens: 64_000,
  }),
  nova('nova-pro-v1:0', 'Nova Pro', { optimizedIn: ['us'] }),
  nova('nova-lite-v1:0', 'Nova Lite', {}),
  nova('nova-micro-v1:0', 'Nova Micro', { inputModalities: ['TEXT'], contextTokens: 128_000 }),
  llama('llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick', {
    inputModalities: ['TEXT', 'IMAGE'],
    contextTokens: million,
  }),
  llama('llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout', {
    inputModalities: ['TEXT', 'IMAGE'],
    contextTokens: million,
  }),
  llama('llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B', {}),
  llama('llama3-1-70b-instruct-v1:0', 'Llama 3.1 70B', { optimizedIn: ['us'] }),
  llama('llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B', {}),
]

interface ClaudeTraits extends Partial<ModelLimits> {
  readonly profiles: readonly Geography[]
  /** Tokens. */
  readonly cachesFrom: number
}

function claude(id: string, name: string, { profiles, cachesFrom, ...limits }: ClaudeTraits): EmulatedModel {
  return {
    id: `anthropic.${id}`,
    name: `Claude ${name}`,
    provider: 'Anthropic',
    profiles,
    onDemand: false,
    inputModalities: ['TEXT', 'IMAGE'],
    limits: { ...alwaysThinking, ...limits },
    caching: {
      minimumTokens: cachesFrom,
      ttls: ['5m', '1h'],
      sections: ['tools', 'system', 'messages'],
      takesPointAfterText: false,
    },
    outputBurndown: 5,
  }
}

type OtherTraits = Partial<ModelLimits> & Partial<Pick<EmulatedModel, 'profiles' | 'onDemand' | 'inputModalities'>>

function nova(id: string, name: string, { onDemand = true, ...traits }: OtherTraits): EmulatedModel {
  const { profiles = ['us', 'eu', 'apac'], inputModalities = ['TEXT', 'IMAGE', 'VIDEO'], ...limits } = traits
  const own = { contextTokens: 300_000, maxOutputTokens: 10_000, serviceTiers: ['priority', 'flex'] }
  return {
    id: `amazon.${id}`,
    name,
    provider: 'Amazon',
    profiles,
    onDemand,
    inputModalities,
    limits: { ...other, ...own, ...limits },
    caching: { minimumTokens: 1024, ttls: ['5m'], sections: ['system', 'messages'], takesPointAfterText: true },
    outputBurndown: 1,
  }
}

function llama(id: string, name: string, { inputModalities = ['TEXT'], ...limits }: OtherTraits): EmulatedModel {
  return {
    id: `meta.${id}`,
    name,
    provider: 'Meta',
    profiles: ['us'],
    onDemand: false,
    inputModalities,
    limits: { ...other, contextTokens: 128_000, maxOutputTokens: 8_192, tools: 'whole', ...limits },
    caching: undefined,
    outputBurndown: 1,
  }
}
