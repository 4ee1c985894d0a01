import { modelTiers, type ModelTier } from '../../../shared/model-choice.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { featureNames, type TaskFeatures } from './task-features.ts'
import { weights } from './weights.ts'

export type Override = {
  readonly from: ModelTier
  readonly to: ModelTier
  readonly features: JsonValue
  readonly at: number
}

/** Tasks further apart than this have nothing to say about each other; in logits, as far as the scorer tells them apart. */
const reach = 3
/** One tier's difference on the same kind of task, in logits. Three of two tiers outweigh almost any score. */
const perTier = 1
const most = 8
const halfLifeMs = 60 * 24 * 60 * 60_000
const halfLifeRank = 30

/**
 * What a person's own choices on similar tasks add to a score, in logits: above 0 towards stronger models.
 *
 * Each fades with its age, counted from the newest wish so that the choice needs no clock, and with how many came after.
 *
 * @param overrides Newest first. Features that are not numbers, of another release for instance, count as 0.
 */
export function personalShift(features: TaskFeatures, overrides: readonly Override[]): number {
  const newest = overrides[0]?.at ?? 0
  const sum = overrides.reduce((total, override, rank) => {
    const fading = 0.5 ** (Math.max(0, newest - override.at) / halfLifeMs + rank / halfLifeRank)
    const tiers = modelTiers.indexOf(override.to) - modelTiers.indexOf(override.from)
    return total + perTier * tiers * fading * similarity(features, override.features)
  }, 0)
  return Math.max(-most, Math.min(most, sum))
}

/** 1 for the same task, 0 for one as far away as `reach`. What weighs nothing in a score does not part tasks either. */
function similarity(features: TaskFeatures, stored: JsonValue): number {
  const distance = featureNames.reduce((sum, name) => {
    const weight = (Math.abs(weights.atLeastMedium[name]) + Math.abs(weights.large[name])) / 2
    return sum + weight * Math.abs(features[name] - numberIn(stored, name))
  }, 0)
  return Math.max(0, 1 - distance / reach)
}

function numberIn(stored: JsonValue, name: string): number {
  if (stored === null || typeof stored !== 'object' || Array.isArray(stored)) return 0
  const value: unknown = Object.hasOwn(stored, name) ? (stored as { readonly [key: string]: JsonValue })[name] : 0
  return typeof value === 'number' ? value : 0
}
