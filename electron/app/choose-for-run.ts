import { AppError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import { modelPolicy, type ModelChoice, type ModelPolicy } from '../../shared/model-choice.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import type { ChosenModel } from '../models/auto/choose-model.ts'
import type { TaskFacts } from '../models/auto/task-facts.ts'
import type { Storage } from '../storage/storage.ts'
import { modelsOfTiers } from './automatic-models.ts'
import type { ModelSources } from './model-sources.ts'

export type ChoosingDependencies = {
  readonly models: Pick<ModelSources, 'list'>
  readonly storage: Pick<Storage, 'choices'>
}

export type Task = {
  readonly facts: TaskFacts
  readonly agent: Pick<AgentDefinition, 'modelTiers'>
  /** The model that holds this conversation's warm cache, and how much of it. */
  readonly warm: { readonly modelId: ModelId; readonly cachedTokens: number } | null
}

/** What the automatic choice takes for a task, and whom it turns to when that was not enough, nearest first. */
export type AutomaticChoice = {
  readonly chosen: ModelChoice
  readonly isClose: boolean
  readonly stronger: readonly ModelChoice[]
}

/** The policy an automatic entry of the picker stands for; undefined for a model the person chose by name. */
export function automaticPolicy(id: ModelId): ModelPolicy | undefined {
  if (!id.startsWith('auto:')) return undefined
  return modelPolicy.safeParse(id.slice('auto:'.length)).data
}

/** Throws `MODEL_NOT_FOUND` when there is nothing to choose from. */
export async function chooseForRun(
  policy: ModelPolicy,
  { facts, agent, warm }: Task,
  { models, storage }: ChoosingDependencies,
): Promise<AutomaticChoice> {
  const offered = modelsOfTiers(await models.list({ refresh: false }), warm?.modelId)
  if (Object.keys(offered).length === 0)
    throw new AppError('MODEL_NOT_FOUND', 'There is no model to choose from.', {
      hint: 'Switch on Amazon Bedrock in Settings, or choose a model yourself.',
    })
  const overrides = await storage.choices.overrides()
  // Its tables of words are only wanted by those who let it choose.
  const { chooseModel } = await import('../models/auto/choose-model.ts')
  const result = chooseModel({ policy, task: facts, models: offered, bounds: agent.modelTiers, overrides, warm })
  return {
    chosen: { ...result.choice, features: result.features },
    isClose: result.isClose,
    stronger: result.stronger.flatMap((tier) => {
      const model = offered[tier]
      return model === undefined ? [] : [escalatedTo(model.id, tier, result)]
    }),
  }
}

function escalatedTo(modelId: ModelId, tier: ModelChoice['tier'], { choice, features }: ChosenModel): ModelChoice {
  const reason = 'The cheaper model’s try was not good enough.'
  return { modelId, policy: choice.policy, tier, reason, features }
}
