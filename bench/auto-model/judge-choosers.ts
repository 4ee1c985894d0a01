import { modelTiers, type ModelTier } from '../../shared/model-choice.ts'
import type { Spread } from '../median.ts'
import type { LabelledPrompt } from './read-labelled-prompts.ts'

export type Chooser = (prompt: LabelledPrompt) => ModelTier

export type Judgement = {
  /** Per cent of what the large model costs for all. The interval treats the prompts as drawn at random (normal). */
  readonly cost: Spread
  /** Per cent of prompts, with Wilson's interval of 95 %. */
  readonly tooLow: Spread
  readonly tooHigh: Spread
  readonly exact: Spread
}

/** @param prices Of one answer by each tier, in any unit. */
export function judgeChooser(
  prompts: readonly LabelledPrompt[],
  choose: Chooser,
  prices: Readonly<Record<ModelTier, number>>,
): Judgement {
  const chosen = prompts.map((prompt) => ({ needed: prompt.tier, tier: choose(prompt) }))
  const steps = chosen.map(({ needed, tier }) => modelTiers.indexOf(tier) - modelTiers.indexOf(needed))
  const share = (fits: (step: number) => boolean) => wilson(steps.filter(fits).length, steps.length)
  return {
    cost: meanWithInterval(chosen.map(({ tier }) => (prices[tier] / prices.large) * 100)),
    tooLow: share((step) => step < 0),
    tooHigh: share((step) => step > 0),
    exact: share((step) => step === 0),
  }
}

const z = 1.96

/** Wilson's score interval (E. B. Wilson, 1927): right for small shares, where the usual one reaches below zero. */
export function wilson(hits: number, samples: number): Spread {
  const share = hits / samples
  const centre = share + z ** 2 / (2 * samples)
  const reach = z * Math.sqrt((share * (1 - share)) / samples + z ** 2 / (4 * samples ** 2))
  const scale = 100 / (1 + z ** 2 / samples)
  return { median: share * 100, min: Math.max(0, centre - reach) * scale, max: (centre + reach) * scale, samples }
}

function meanWithInterval(values: readonly number[]): Spread {
  const samples = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / samples
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, samples - 1)
  const reach = z * Math.sqrt(variance / samples)
  return { median: mean, min: mean - reach, max: mean + reach, samples }
}
