import { modelTiers, type ModelTier } from '../../shared/model-choice.ts'
import type { ModelInfo } from '../../shared/models.ts'

export type TierModel = { readonly tier: ModelTier; readonly model: ModelInfo }

/** The next tier up or down that has a model, and the first model offered there; `undefined` at the end of the line. */
export function otherTier(
  tier: ModelTier,
  way: 'stronger' | 'cheaper',
  models: readonly ModelInfo[],
): TierModel | undefined {
  const at = modelTiers.indexOf(tier)
  const tiers = way === 'stronger' ? modelTiers.slice(at + 1) : modelTiers.slice(0, at).toReversed()
  for (const other of tiers) {
    const model = models.find((one) => one.tier === other)
    if (model !== undefined) return { tier: other, model }
  }
  return undefined
}
