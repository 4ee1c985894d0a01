import { modelTiers, type ModelTier } from '../../../shared/model-choice.ts'
import type { ModelInfo } from '../../../shared/models.ts'

export type TieredModels = Readonly<Partial<Record<ModelTier, ModelInfo>>>
export type TierBounds = { readonly least?: ModelTier | undefined; readonly most?: ModelTier | undefined }

/** Tiers to choose from, weakest first: with a model and within the agent's bounds; with a model, if none is in them. */
export function offeredTiers(models: TieredModels, { least, most }: TierBounds): readonly ModelTier[] {
  const offered = modelTiers.filter((tier) => models[tier] !== undefined)
  const within = offered.filter(
    (tier) => (least === undefined || !isBelow(tier, least)) && (most === undefined || !isBelow(most, tier)),
  )
  return within.length > 0 ? within : offered
}

/** The tier itself, else the next stronger, else the next weaker. Undefined only without any. */
export function nearestTier(tier: ModelTier, offered: readonly ModelTier[]): ModelTier | undefined {
  return offered.find((candidate) => !isBelow(candidate, tier)) ?? offered.at(-1)
}

export function isBelow(tier: ModelTier, other: ModelTier): boolean {
  return modelTiers.indexOf(tier) < modelTiers.indexOf(other)
}
