import type { ModelId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { Price } from '../../shared/usage.ts'
import { bedrockModels, type BedrockModelFacts, type Geography } from './catalog-data.ts'

/** The models to offer in a region before the account was asked, best first: the region's own profile, then `global.` */
export function bedrockCatalog(region: string): ModelInfo[] {
  const offered = geographiesOf(region)
  return bedrockModels.flatMap((facts) =>
    offered
      .filter((geography) => facts.geographies.includes(geography))
      .map((geography) => describe(facts, `${geography}.${facts.baseId}`, { geography, region })),
  )
}

/**
 * What the catalog knows of a model named as Bedrock names it: a profile id, a base id, or the ARN of either.
 *
 * @param region Where it is called from; prices a base id, which has no prefix to say so.
 * @returns Undefined for models it does not know, application profiles among them: their ARN hides what is behind.
 */
export function findModel(endpointModelId: string, region: string): ModelInfo | undefined {
  const { baseId, geography } = parseModelId(endpointModelId)
  const facts = bedrockModels.find((model) => model.baseId === baseId)
  return facts === undefined ? undefined : describe(facts, endpointModelId, { geography, region })
}

/** A model the catalog does not know: nothing is sent that it might refuse, and its price stays unknown. */
export function describeUnknownBedrockModel(endpointModelId: string): ModelInfo {
  const { baseId, geography } = parseModelId(endpointModelId)
  return {
    id: bedrockModelId(endpointModelId),
    provider: 'bedrock',
    endpointModelId,
    label: labelWith(baseId, geography),
    description: 'Not in the built-in catalog: its price and limits are unknown.',
    accepts: { tools: true, images: false, temperature: false, topP: false, reasoning: 'none' },
  }
}

/** Place in the catalog's order, best first; models it does not know come last. */
export function catalogRank(endpointModelId: string): number {
  const { baseId } = parseModelId(endpointModelId)
  const index = bedrockModels.findIndex((model) => model.baseId === baseId)
  return index === -1 ? bedrockModels.length : index
}

export function bedrockModelId(endpointModelId: string): ModelId {
  return `bedrock:${endpointModelId}` as ModelId
}

type Route = { readonly geography: Geography | undefined; readonly region: string }

function describe(facts: BedrockModelFacts, endpointModelId: string, route: Route): ModelInfo {
  const price = priceOn(facts, route)
  return {
    id: bedrockModelId(endpointModelId),
    provider: 'bedrock',
    endpointModelId,
    label: labelWith(facts.label, route.geography),
    description: facts.description,
    contextTokens: facts.contextTokens,
    maxOutputTokens: facts.maxOutputTokens,
    accepts: facts.accepts,
    ...(facts.caching === undefined ? {} : { caching: facts.caching }),
    ...(facts.tier === undefined ? {} : { tier: facts.tier }),
    ...(price === undefined ? {} : { price }),
  }
}

/** Without a prefix the request stays in one region, which costs what that region's geography costs. */
function priceOn({ prices }: BedrockModelFacts, { geography, region }: Route): Price | undefined {
  const paidIn = geography ?? geographiesOf(region)[0]
  if (prices.kind === 'us') return paidIn === 'us' ? prices.price : undefined
  if (geography === 'global') return prices.price
  return multiply(prices.price, paidIn === 'us-gov' ? 1.2 : 1.1)
}

function multiply({ above, ...flat }: Price, factor: number): Price {
  return {
    ...multiplyFlat(flat, factor),
    ...(above === undefined ? {} : { above: { ...above, price: multiplyFlat(above.price, factor) } }),
  }
}

function multiplyFlat(price: Omit<Price, 'above'>, factor: number): Omit<Price, 'above'> {
  // Rounded to a millionth of a dollar, so that 1.1 × 0.1 is 0.11.
  const times = (value: number): number => Math.round(value * factor * 1e6) / 1e6
  return {
    input: times(price.input),
    output: times(price.output),
    ...(price.cacheRead === undefined ? {} : { cacheRead: times(price.cacheRead) }),
    ...(price.cacheWrite === undefined ? {} : { cacheWrite: times(price.cacheWrite) }),
    ...(price.cacheWriteHour === undefined ? {} : { cacheWriteHour: times(price.cacheWriteHour) }),
  }
}

function parseModelId(endpointModelId: string): { baseId: string; geography: Geography | undefined } {
  const id = endpointModelId.startsWith('arn:') ? (endpointModelId.split('/').at(-1) ?? '') : endpointModelId
  const geography = geographies.find((prefix) => id.startsWith(`${prefix}.`))
  return geography === undefined ? { baseId: id, geography } : { baseId: id.slice(geography.length + 1), geography }
}

/** Profiles that can be called from a region, nearest first. Canada's regions are sources of the `us.` profiles. */
function geographiesOf(region: string): readonly Geography[] {
  if (region.startsWith('us-gov-')) return ['us-gov']
  if (region.startsWith('us-') || region.startsWith('ca-')) return ['us', 'global']
  if (region.startsWith('eu-')) return ['eu', 'global']
  if (region === 'ap-northeast-1' || region === 'ap-northeast-3') return ['jp', 'apac', 'global']
  if (region === 'ap-southeast-2' || region === 'ap-southeast-4') return ['au', 'apac', 'global']
  if (region === 'ap-south-1' || region === 'ap-south-2') return ['in', 'apac', 'global']
  return region.startsWith('ap-') ? ['apac', 'global'] : ['global']
}

const geographyNames: Readonly<Record<Geography, string>> = {
  us: 'US',
  eu: 'EU',
  apac: 'Asia-Pacific',
  au: 'Australia',
  jp: 'Japan',
  in: 'India',
  'us-gov': 'US GovCloud',
  global: 'global',
}
const geographies = Object.keys(geographyNames) as Geography[]

function labelWith(label: string, geography: Geography | undefined): string {
  return geography === undefined ? label : `${label} (${geographyNames[geography]})`
}
