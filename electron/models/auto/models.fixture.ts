import type { ModelTier } from '../../../shared/model-choice.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import { findModel } from '../catalog.ts'
import type { TieredModels } from './offered-tier.ts'

const names: Readonly<Record<ModelTier, string>> = { small: 'haiku', medium: 'sonnet', large: 'opus' }

/** The catalog's own models of these tiers, at the price of their global profiles. */
export function modelsOf(...tiers: readonly ModelTier[]): TieredModels {
  return Object.fromEntries(tiers.map((tier) => [tier, modelOf(tier)]))
}

export function modelOf(tier: ModelTier): ModelInfo {
  const model = findModel(`global.anthropic.claude-${names[tier]}-5-5`, 'us-east-1')
  if (model?.tier !== tier) throw new Error(`The catalog’s ${names[tier]} is not of the tier ${tier}.`)
  return model
}
