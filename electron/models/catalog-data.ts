import type { ModelTier } from '../../shared/model-choice.ts'
import type { CachingFacts, ModelInfo } from '../../shared/models.ts'
import type { Price } from '../../shared/usage.ts'

/** The prefix of an inference profile: where a request may be served. */
export type Geography = 'us' | 'eu' | 'apac' | 'au' | 'jp' | 'in' | 'us-gov' | 'global'

export type BedrockModelFacts = {
  /** The foundation model, without a profile's prefix. */
  readonly baseId: string
  readonly label: string
  readonly description: string
  readonly contextTokens: number
  readonly maxOutputTokens: number
  readonly accepts: ModelInfo['accepts']
  readonly caching?: CachingFacts
  /** For the automatic choice: what a model of today is good for. Older ones are never chosen by it. */
  readonly tier?: ModelTier
  /** Inference profiles that exist. */
  readonly geographies: readonly Geography[]
  readonly prices: Prices
}

export type Prices =
  /** The price of the `global.` profile; staying in one geography costs a tenth more, GovCloud a fifth. */
  | { readonly kind: 'global'; readonly price: Price }
  /** The price in the United States; elsewhere it differs and is not known here. */
  | { readonly kind: 'us'; readonly price: Price }

/*
 * Limits, thinking and cache minimums are from the AWS model cards (docs.aws.amazon.com/bedrock/latest/userguide/
 * model-card-*.html), prices from the Bedrock price list, both as of October 2026. `cacheWrite` is the price of a
 * five-minute entry, `cacheWriteHour` of a one-hour one.
 */

const million = 1_000_000

type Accepts = ModelInfo['accepts']

/** Claude 5.5, Fable and Sonnet 5 cannot stop thinking; models since Opus 4.7 answer 400 to any temperature or topP. */
const alwaysThinks: Accepts = {
  tools: true,
  images: true,
  temperature: false,
  topP: false,
  reasoning: 'always',
  efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
  guardrails: true,
}
const thinksWhenAsked: Accepts = { ...alwaysThinks, reasoning: 'adaptive' }
/** Claude 4.5 and 4.6 take a temperature or a topP, never both, so only the first is offered. */
const claude46: Accepts = { ...thinksWhenAsked, temperature: true, efforts: ['low', 'medium', 'high', 'max'] }
/** The last that go on from an assistant message of the request. */
const claude45: Accepts = { ...claude46, reasoning: 'budget', efforts: [], prefill: true }
const nova: Accepts = {
  tools: true,
  images: true,
  temperature: true,
  topP: true,
  reasoning: 'none',
  prefill: true,
  guardrails: true,
  serviceTiers: ['priority', 'flex'],
}
/** ConverseStream answers "This model doesn't support tool use in streaming mode." */
const llama: Accepts = {
  tools: false,
  images: false,
  temperature: true,
  topP: true,
  reasoning: 'none',
  prefill: true,
  guardrails: true,
}

/** Smallest cacheable prefix by model card (docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html). */
function claudeCaching(minimumTokens: number): CachingFacts {
  return { minimumTokens, maxPoints: 4, lifetimes: ['5m', '1h'], sections: ['tools', 'system', 'messages'] }
}
/** Five minutes only, no points after tools, and none right behind tool results: the service refuses those. */
const novaCaching: CachingFacts = {
  minimumTokens: 1024,
  maxPoints: 4,
  lifetimes: ['5m'],
  sections: ['system', 'messages'],
  afterToolResults: false,
}

export const bedrockModels: readonly BedrockModelFacts[] = [
  {
    baseId: 'anthropic.claude-sonnet-5-5',
    label: 'Claude Sonnet 5.5',
    description: 'Strong all-round model for analysis and coding at a moderate price.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: alwaysThinks,
    caching: claudeCaching(512),
    tier: 'medium',
    geographies: ['us', 'eu', 'global'],
    prices: { kind: 'global', price: { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5, cacheWriteHour: 4 } },
  },
  {
    baseId: 'anthropic.claude-opus-5-5',
    label: 'Claude Opus 5.5',
    description: 'The most capable Opus, for long and difficult work.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: alwaysThinks,
    caching: claudeCaching(512),
    tier: 'large',
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: { kind: 'global', price: { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5, cacheWriteHour: 8 } },
  },
  {
    baseId: 'anthropic.claude-haiku-5-5',
    label: 'Claude Haiku 5.5',
    description: 'Fast and very cheap; a prompt over 100,000 tokens costs five times as much per token.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: thinksWhenAsked,
    caching: claudeCaching(512),
    tier: 'small',
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: {
      kind: 'global',
      price: {
        input: 0.1,
        output: 0.5,
        cacheRead: 0.01,
        cacheWrite: 0.125,
        cacheWriteHour: 0.2,
        above: {
          promptTokens: 100_000,
          price: { input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625, cacheWriteHour: 1 },
        },
      },
    },
  },
  {
    baseId: 'anthropic.claude-fable-5-1',
    label: 'Claude Fable 5.1',
    description: 'The strongest and most expensive Claude; the account must agree to data retention first.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: alwaysThinks,
    caching: claudeCaching(512),
    geographies: ['us', 'global'],
    prices: { kind: 'global', price: { input: 10, output: 50, cacheRead: 0.25, cacheWrite: 12.5, cacheWriteHour: 20 } },
  },
  {
    baseId: 'anthropic.claude-opus-5',
    label: 'Claude Opus 5',
    description: 'The previous Opus generation.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: thinksWhenAsked,
    caching: claudeCaching(512),
    geographies: ['us', 'eu', 'au', 'in', 'global'],
    prices: { kind: 'global', price: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25, cacheWriteHour: 10 } },
  },
  {
    baseId: 'anthropic.claude-sonnet-5',
    label: 'Claude Sonnet 5',
    description: 'The previous Sonnet generation.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: alwaysThinks,
    caching: claudeCaching(1024),
    geographies: ['us', 'eu', 'au', 'in', 'global'],
    prices: { kind: 'global', price: { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5, cacheWriteHour: 4 } },
  },
  {
    baseId: 'anthropic.claude-opus-4-8',
    label: 'Claude Opus 4.8',
    description: 'An older Opus.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: thinksWhenAsked,
    caching: claudeCaching(1024),
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: { kind: 'global', price: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25, cacheWriteHour: 10 } },
  },
  {
    baseId: 'anthropic.claude-opus-4-7',
    label: 'Claude Opus 4.7',
    description: 'An older Opus.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: thinksWhenAsked,
    caching: claudeCaching(4096),
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: { kind: 'global', price: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25, cacheWriteHour: 10 } },
  },
  {
    baseId: 'anthropic.claude-sonnet-4-6',
    label: 'Claude Sonnet 4.6',
    description: 'An older Sonnet; takes a temperature.',
    contextTokens: million,
    maxOutputTokens: 64_000,
    accepts: claude46,
    caching: claudeCaching(1024),
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: { kind: 'global', price: { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75, cacheWriteHour: 6 } },
  },
  {
    baseId: 'anthropic.claude-opus-4-6-v1',
    label: 'Claude Opus 4.6',
    description: 'An older Opus; takes a temperature.',
    contextTokens: million,
    maxOutputTokens: 128_000,
    accepts: claude46,
    caching: claudeCaching(4096),
    geographies: ['us', 'eu', 'au', 'global'],
    prices: { kind: 'global', price: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25, cacheWriteHour: 10 } },
  },
  {
    baseId: 'anthropic.claude-opus-4-5-20251101-v1:0',
    label: 'Claude Opus 4.5',
    description: 'An older Opus; takes a temperature.',
    contextTokens: 200_000,
    maxOutputTokens: 64_000,
    accepts: { ...claude45, efforts: ['low', 'medium', 'high'] },
    caching: claudeCaching(4096),
    geographies: ['us', 'eu', 'global'],
    prices: { kind: 'global', price: { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25, cacheWriteHour: 10 } },
  },
  {
    baseId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    label: 'Claude Sonnet 4.5',
    description: 'An older Sonnet; takes a temperature.',
    contextTokens: 200_000,
    maxOutputTokens: 64_000,
    accepts: claude45,
    caching: claudeCaching(1024),
    geographies: ['us', 'eu', 'au', 'jp', 'global'],
    prices: { kind: 'global', price: { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75, cacheWriteHour: 6 } },
  },
  {
    baseId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    label: 'Claude Haiku 4.5',
    description: 'An older, fast Haiku; takes a temperature.',
    contextTokens: 200_000,
    maxOutputTokens: 64_000,
    accepts: claude45,
    caching: claudeCaching(4096),
    geographies: ['us', 'eu', 'au', 'jp', 'in', 'global'],
    prices: { kind: 'global', price: { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25, cacheWriteHour: 2 } },
  },
  {
    baseId: 'amazon.nova-2-lite-v1:0',
    label: 'Amazon Nova 2 Lite',
    description: 'Amazon’s fast and inexpensive model.',
    contextTokens: million,
    maxOutputTokens: 64_000,
    accepts: nova,
    caching: novaCaching,
    geographies: ['us', 'eu', 'jp'],
    prices: { kind: 'us', price: { input: 0.33, output: 2.75, cacheRead: 0.0825, cacheWrite: 0.33 } },
  },
  {
    baseId: 'amazon.nova-pro-v1:0',
    label: 'Amazon Nova Pro',
    description: 'Amazon’s first-generation model for harder questions.',
    contextTokens: 300_000,
    maxOutputTokens: 10_000,
    accepts: { ...nova, optimizedLatency: true },
    caching: novaCaching,
    geographies: ['us', 'eu', 'apac'],
    prices: { kind: 'us', price: { input: 0.8, output: 3.2, cacheRead: 0.2, cacheWrite: 0.8 } },
  },
  {
    baseId: 'amazon.nova-lite-v1:0',
    label: 'Amazon Nova Lite',
    description: 'Amazon’s first-generation low-cost model; reads pictures.',
    contextTokens: 300_000,
    maxOutputTokens: 10_000,
    accepts: nova,
    caching: novaCaching,
    geographies: ['us', 'eu', 'apac'],
    prices: { kind: 'us', price: { input: 0.06, output: 0.24, cacheRead: 0.015, cacheWrite: 0.06 } },
  },
  {
    baseId: 'amazon.nova-micro-v1:0',
    label: 'Amazon Nova Micro',
    description: 'Amazon’s smallest and cheapest model; text only.',
    contextTokens: 128_000,
    maxOutputTokens: 10_000,
    accepts: { ...nova, images: false },
    caching: novaCaching,
    geographies: ['us', 'eu', 'apac'],
    prices: { kind: 'us', price: { input: 0.035, output: 0.14, cacheRead: 0.00875, cacheWrite: 0.035 } },
  },
  {
    baseId: 'meta.llama4-maverick-17b-instruct-v1:0',
    label: 'Llama 4 Maverick',
    description: 'Meta’s open model. It can chat but cannot use tools here.',
    contextTokens: million,
    maxOutputTokens: 8192,
    accepts: { ...llama, images: true },
    geographies: ['us'],
    prices: { kind: 'us', price: { input: 0.24, output: 0.97 } },
  },
  {
    baseId: 'meta.llama4-scout-17b-instruct-v1:0',
    label: 'Llama 4 Scout',
    description: 'Meta’s smaller open model. It can chat but cannot use tools here.',
    contextTokens: million,
    maxOutputTokens: 8192,
    accepts: { ...llama, images: true },
    geographies: ['us'],
    prices: { kind: 'us', price: { input: 0.17, output: 0.66 } },
  },
  {
    baseId: 'meta.llama3-3-70b-instruct-v1:0',
    label: 'Llama 3.3 70B',
    description: 'Meta’s older open model. It can chat but cannot use tools here.',
    contextTokens: 128_000,
    maxOutputTokens: 8192,
    accepts: llama,
    geographies: ['us'],
    prices: { kind: 'us', price: { input: 0.72, output: 0.72 } },
  },
  {
    baseId: 'meta.llama3-1-70b-instruct-v1:0',
    label: 'Llama 3.1 70B',
    description: 'Meta’s older open model. It can chat but cannot use tools here.',
    contextTokens: 128_000,
    maxOutputTokens: 8192,
    accepts: llama,
    geographies: ['us'],
    prices: { kind: 'us', price: { input: 0.72, output: 0.72 } },
  },
  {
    baseId: 'meta.llama3-1-8b-instruct-v1:0',
    label: 'Llama 3.1 8B',
    description: 'Meta’s small open model. It can chat but cannot use tools here.',
    contextTokens: 128_000,
    maxOutputTokens: 8192,
    accepts: llama,
    geographies: ['us'],
    prices: { kind: 'us', price: { input: 0.22, output: 0.22 } },
  },
]
