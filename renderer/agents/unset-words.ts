import type { CachingWish, Effort, InferenceSettings, ServiceTier } from '../../shared/inference.ts'
import type { ControlName } from './inference-controls.ts'

/** What holds while a conversation says nothing itself: the agent's own wish, else whoever decides then. */
export function unsetWords(name: ControlName, agents: InferenceSettings, usualRegion: string | undefined): string {
  const own = ownWords(name, agents)
  if (own !== undefined) return `Agent’s own: ${own}`
  return name === 'region' && usualRegion !== undefined ? usualRegion : without[name]
}

export const effortWords: Readonly<Record<Effort, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Very high',
  max: 'Highest',
}

export const cachingWords: Readonly<Record<CachingWish, string>> = {
  auto: 'Automatic',
  '5m': '5 minutes',
  '1h': '1 hour',
  off: 'Off',
}

export const serviceTierWords: Readonly<Record<ServiceTier, string>> = {
  default: 'Standard',
  priority: 'Priority',
  flex: 'Flex',
}

export const latencyWords = { standard: 'Standard', optimized: 'Optimised' } as const

function ownWords(name: ControlName, agents: InferenceSettings): string | undefined {
  switch (name) {
    case 'temperature':
    case 'topP':
      return agents[name]?.toString()
    case 'maxTokens':
      return agents.maxTokens?.toLocaleString('en-US')
    case 'region':
      return agents.region
    case 'effort':
      return agents.effort && effortWords[agents.effort]
    case 'caching':
      return agents.caching && cachingWords[agents.caching]
    case 'serviceTier':
      return agents.serviceTier && serviceTierWords[agents.serviceTier]
    case 'latency':
      return agents.latency && latencyWords[agents.latency]
    case 'guardrail':
      return agents.guardrail?.id
    case 'stopSequences':
      return agents.stopSequences?.map((sequence) => `“${sequence}”`).join(', ')
  }
}

const without: Readonly<Record<ControlName, string>> = {
  temperature: 'Model’s choice',
  topP: 'Model’s choice',
  maxTokens: 'Model’s choice',
  effort: 'Model’s choice',
  stopSequences: 'None',
  caching: 'Automatic',
  region: 'As in the settings',
  guardrail: 'None',
  serviceTier: 'Standard',
  latency: 'Standard',
}
