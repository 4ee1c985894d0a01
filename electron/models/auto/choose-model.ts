import type { ModelId } from '../../../shared/ids.ts'
import { modelTiers, type ModelChoice, type ModelPolicy, type ModelTier } from '../../../shared/model-choice.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { explainChoice } from './explain-choice.ts'
import { neededTier } from './needed-tier.ts'
import { isBelow, nearestTier, offeredTiers } from './offered-tier.ts'
import { personalShift } from './personal-shift.ts'
import type { TaskFacts } from './task-facts.ts'
import { lengthOf, taskFeatures, type TaskFeatures } from './task-features.ts'
import { expectedTurn, weighSwitch, type SwitchCost } from './weigh-switch.ts'

export type ChoiceInput = {
  readonly policy: ModelPolicy
  readonly task: TaskFacts
  /** At least one. */
  readonly models: Readonly<Partial<Record<ModelTier, ModelInfo>>>
  /** The agent's. */
  readonly bounds: { readonly least?: ModelTier | undefined; readonly most?: ModelTier | undefined }
  /** What this person chose instead, newest first; `at` in milliseconds since 1970. */
  readonly overrides: readonly {
    readonly from: ModelTier
    readonly to: ModelTier
    readonly features: JsonValue
    readonly at: number
  }[]
  /** The model that holds a warm prompt cache of this conversation, and how much. */
  readonly warm: { readonly modelId: ModelId; readonly cachedTokens: number } | null
}

export type ChosenModel = {
  /** `reason` is one sentence for a person, naming what decided. */
  readonly choice: ModelChoice
  /** Numbers and names only, none of the person's words: stored with an override, to learn from. */
  readonly features: JsonValue
  /** Whether the next tier up was near: worth a self-check. */
  readonly isClose: boolean
  /** Tiers with a model above the chosen one, nearest first. */
  readonly stronger: readonly ModelTier[]
}

/**
 * Which model answers a turn: the tier the task needs, by its features and the policy's price of an error; moved to what
 * is offered and what the agent allows; kept up where a warm cache makes the stronger model the cheaper one, and never
 * kept down.
 *
 * Throws a RangeError without any model.
 */
export function chooseModel(input: ChoiceInput): ChosenModel {
  const { policy, task, models, bounds, overrides } = input
  const features = taskFeatures(task)
  const shift = personalShift(features, overrides)
  const need = { features, previousTier: task.previousTier, policy }
  const needed = neededTier({ ...need, shift })
  const offered = offeredTiers(models, bounds)
  const enough = nearestTier(needed.tier, offered)
  if (enough === undefined) throw new RangeError('There is no model to choose from.')
  const placed = placeByCache(input, enough, offered)
  const { tier } = placed
  const model = models[tier]
  if (model === undefined) throw new RangeError(`There is no model of the tier ${tier}.`)
  const moved = placed.isKept ? 'warm-cache' : enough === needed.tier ? null : movedBy(input, needed.tier)
  const isPersonal = shift !== 0 && neededTier({ ...need, shift: 0 }).tier !== needed.tier
  const reason = explainChoice({ needed, features, chosen: tier, moved, isPersonal, leavingUsd: placed.leavingUsd })
  const stronger = offered.filter((candidate) => isBelow(tier, candidate))
  return {
    choice: {
      modelId: model.id,
      policy,
      tier,
      reason,
      ...(placed.leavingUsd === 0 ? {} : { switchingUsd: placed.leavingUsd }),
    },
    features: storedFeatures(features),
    isClose: needed.isClose && stronger.length > 0 && tier === needed.tier,
    stronger,
  }
}

type Placed = { readonly tier: ModelTier; readonly isKept: boolean; readonly leavingUsd: number }

/** Weighs a warm cache: a stronger model that holds one is kept where that is cheaper; a weaker one is left for need. */
function placeByCache(input: ChoiceInput, enough: ModelTier, offered: readonly ModelTier[]): Placed {
  const { warm, models } = input
  const holder = modelTiers.find((tier) => warm !== null && models[tier]?.id === warm.modelId)
  if (holder === undefined || holder === enough) return { tier: enough, isKept: false, leavingUsd: 0 }
  const cost = costOfSwitch(input, holder, enough)
  const isKept = cost?.isStayingCheaper === true && isBelow(enough, holder) && offered.includes(holder)
  return isKept ? { tier: holder, isKept, leavingUsd: 0 } : { tier: enough, isKept, leavingUsd: cost?.leavingUsd ?? 0 }
}

function costOfSwitch({ warm, models, task }: ChoiceInput, from: ModelTier, to: ModelTier): SwitchCost | undefined {
  const [holder, next] = [models[from], models[to]]
  if (warm === null || holder === undefined || next === undefined) return undefined
  const turn = expectedTurn(Math.ceil(lengthOf(task.question) * 1.5), task.recentToolCalls > 0)
  return weighSwitch({ from: holder, to: next, cachedTokens: warm.cachedTokens, turn })
}

function movedBy({ models }: ChoiceInput, needed: ModelTier): 'missing' | 'bounds' {
  return models[needed] === undefined ? 'missing' : 'bounds'
}

/** What is 0 is left out, and the rest rounded: it is stored for each turn. */
function storedFeatures(features: TaskFeatures): JsonValue {
  const seen = Object.entries(features).filter(([, value]) => value !== 0)
  return Object.fromEntries(seen.map(([name, value]) => [name, Math.round(value * 1000) / 1000]))
}
