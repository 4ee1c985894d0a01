import type { ModelId } from '../../shared/ids.ts'
import { modelTiers, type ModelPolicy, type ModelTier } from '../../shared/model-choice.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'

export type ModelsOfTiers = Readonly<Partial<Record<ModelTier, ModelInfo>>>

/**
 * Of each tier the first model offered, in the list's own order; one with the same reach (US, global, …) as `like` before
 * the others, so that going on with a model keeps its cache.
 */
export function modelsOfTiers({ models }: Pick<ModelList, 'models'>, like?: ModelId | null): ModelsOfTiers {
  const reach = like == null ? undefined : reachOf(like)
  return Object.fromEntries(
    modelTiers.flatMap((tier) => {
      const ofTier = models.filter((candidate) => candidate.tier === tier)
      const model = ofTier.find(({ id }) => reachOf(id) === reach) ?? ofTier[0]
      return model === undefined ? [] : [[tier, model]]
    }),
  )
}

/** `bedrock:us` of `bedrock:us.anthropic.claude-sonnet-5-5`. */
function reachOf(id: ModelId): string {
  return id.split('.', 1)[0] ?? id
}

/** The entries of the picker that choose for each turn anew. None where there is nothing to choose between. */
export function automaticModels(list: Pick<ModelList, 'models'>): readonly ModelInfo[] {
  const offered = Object.values(modelsOfTiers(list))
  return offered.length < 2 ? [] : policies.map((policy) => describeAutomatic(policy, offered))
}

const policies: readonly ModelPolicy[] = ['quality', 'balanced', 'cheapest']

const words: Readonly<Record<ModelPolicy, { readonly label: string; readonly description: string }>> = {
  quality: {
    label: 'Automatic: best quality',
    description: 'Goes up to a stronger model whenever in doubt.',
  },
  balanced: {
    label: 'Automatic: balanced',
    description: 'Takes the cheapest model that should do each task well.',
  },
  cheapest: {
    label: 'Automatic: cheapest',
    description: 'Takes the cheapest model unless a task is plainly too hard for it.',
  },
}

function automaticId(policy: ModelPolicy): ModelId {
  return `auto:${policy}` as ModelId
}

/** It accepts what all of those it chooses from accept. */
function describeAutomatic(policy: ModelPolicy, offered: readonly ModelInfo[]): ModelInfo {
  const efforts = offered.map(({ accepts }) => accepts.efforts ?? [])
  const [first = [], ...others] = efforts
  return {
    id: automaticId(policy),
    provider: 'auto',
    endpointModelId: policy,
    ...words[policy],
    accepts: {
      tools: offered.every(({ accepts }) => accepts.tools),
      images: offered.every(({ accepts }) => accepts.images),
      temperature: offered.every(({ accepts }) => accepts.temperature),
      topP: offered.every(({ accepts }) => accepts.topP),
      reasoning: 'none',
      efforts: first.filter((effort) => others.every((list) => list.includes(effort))),
      guardrails: offered.every(({ accepts }) => accepts.guardrails === true),
    },
  }
}
