import { featureNames, type FeatureName, type TaskFeatures } from './task-features.ts'
import type { TierChances } from './tier-by-price.ts'
import { weights } from './weights.ts'

export type Contribution = {
  readonly name: FeatureName
  /** How much it speaks for at least the medium model and for the large one, against a usual task; in logits. */
  readonly atLeastMedium: number
  readonly large: number
}

export type TaskScore = {
  readonly chances: TierChances
  /** One for each feature: together with the weights' bias they are the score, so that it can be explained. */
  readonly contributions: readonly Contribution[]
}

/** @param shift What this person's earlier wishes add, in logits: see `personal-shift.ts`. */
export function scoreTask(features: TaskFeatures, shift: number): TaskScore {
  const contributions = featureNames.map((name) => {
    const unusual = features[name] - weights.usual[name]
    return {
      name,
      atLeastMedium: weights.atLeastMedium[name] * unusual,
      large: weights.large[name] * unusual,
    }
  })
  const chance = (question: 'atLeastMedium' | 'large') => logistic(logit(question, features) + shift)
  return { chances: { atLeastMedium: chance('atLeastMedium'), large: chance('large') }, contributions }
}

function logit(question: 'atLeastMedium' | 'large', features: TaskFeatures): number {
  const { [question]: weight } = weights
  return featureNames.reduce((sum, name) => sum + weight[name] * features[name], weight.bias)
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
