import { modelTiers, type ModelPolicy, type ModelTier } from '../../../shared/model-choice.ts'
import { scoreTask, type TaskScore } from './score-task.ts'
import type { TaskFeatures } from './task-features.ts'
import { tierByPrice } from './tier-by-price.ts'

export type NeededTier = {
  readonly tier: ModelTier
  readonly score: TaskScore
  /** Whether a little more doubt would have chosen the next tier up. */
  readonly isClose: boolean
  readonly because: 'score' | 'follow-up'
}

export type Need = {
  readonly features: TaskFeatures
  readonly previousTier: ModelTier | null
  readonly policy: ModelPolicy
  /** The person's earlier wishes, in logits. */
  readonly shift: number
}

/** What a too weak answer costs, in answers of the large model. */
const errorPrices: Readonly<Record<ModelPolicy, number>> = { quality: 20, balanced: 7, cheapest: 2 }
/** A choice is close when an error this many times dearer would have changed it. */
const closeness = 2

/** The tier a task needs, whatever is offered and whatever a switch would cost. */
export function neededTier({ features, previousTier, policy, shift }: Need): NeededTier {
  const score = scoreTask(features, shift)
  const errorPrice = errorPrices[policy]
  const { tier } = tierByPrice(score.chances, errorPrice)
  const isClose = tierByPrice(score.chances, errorPrice * closeness).tier !== tier
  if (features.bareFollowUp === 0 || previousTier === null) return { tier, score, isClose, because: 'score' }
  if (!saysMore(features, shift)) return { tier: previousTier, score, isClose: false, because: 'follow-up' }
  const isScoreStronger = modelTiers.indexOf(tier) > modelTiers.indexOf(previousTier)
  return isScoreStronger
    ? { tier, score, isClose, because: 'score' }
    : { tier: previousTier, score, isClose, because: 'follow-up' }
}

/** A bare follow-up says nothing of its work, so the turn before decides, unless something else speaks. */
function saysMore({ failures, documents, tables, material }: TaskFeatures, shift: number): boolean {
  return failures > 0 || documents > 0 || tables > 0 || material > 0 || shift > 0
}
