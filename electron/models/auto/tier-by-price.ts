import type { ModelTier } from '../../../shared/model-choice.ts'

/** How likely a task needs more than the small model, and how likely the large one. */
export type TierChances = { readonly atLeastMedium: number; readonly large: number }

export type PricedTier = {
  readonly tier: ModelTier
  readonly price: number
  /** How likely it is that this tier is not enough. */
  readonly tooLow: number
}

/** What the same tokens cost on each tier, the large one being 1: today's Haiku, Sonnet and Opus. */
const prices: Readonly<Record<ModelTier, number>> = { small: 0.025, medium: 0.5, large: 1 }

/**
 * The tier that is cheapest in the long run when an answer of a too weak model costs `errorPrice` times what the large
 * model would have cost: in work done again, and in trust.
 */
export function tierByPrice({ atLeastMedium, large }: TierChances, errorPrice: number): PricedTier {
  const options: readonly [PricedTier, ...PricedTier[]] = [
    // Fitted apart from each other, the two chances may cross. What needs the large model needs more than the small one.
    { tier: 'small', price: prices.small, tooLow: Math.max(atLeastMedium, large) },
    { tier: 'medium', price: prices.medium, tooLow: large },
    { tier: 'large', price: prices.large, tooLow: 0 },
  ]
  const total = ({ price, tooLow }: PricedTier) => price + tooLow * errorPrice
  return options.reduce((best, option) => (total(option) < total(best) ? option : best))
}
