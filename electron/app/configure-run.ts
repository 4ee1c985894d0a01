import { AppError } from '../../shared/errors.ts'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import { mergeInference, type InferenceSettings } from '../../shared/inference.ts'
import type { TurnConfiguration } from '../agent/ports.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import { automaticPolicy, type AutomaticChoice } from './choose-for-run.ts'
import type { LiveConfigurations } from './live-configuration.ts'
import type { ModelSources } from './model-sources.ts'

export type RunConfiguration = {
  readonly conversationId: ConversationId
  readonly agent: Pick<AgentDefinition, 'inference'>
  /** What the person chose when the run began. */
  readonly modelId: ModelId
  readonly inference: InferenceSettings
  /** What the automatic choice makes of one of its entries, for this run's task. */
  readonly choose: (modelId: ModelId) => Promise<AutomaticChoice>
}

export type ConfigurationDependencies = {
  readonly models: Pick<ModelSources, 'open'>
  readonly live: Pick<LiveConfigurations, 'get'>
}

/** Whom a run asks and how, as the person wants it at this moment. Rejects with `MODEL_NOT_FOUND`. */
export async function configureRun(
  run: RunConfiguration,
  { models, live }: ConfigurationDependencies,
): Promise<TurnConfiguration> {
  const now = live.get(run.conversationId)
  const modelId = now.modelId ?? run.modelId
  const inference = mergeInference(run.agent.inference, now.inference ?? run.inference)

  async function open(id: ModelId): Promise<TurnConfiguration> {
    const { info, model, alternatives } = await models.open(id, { region: inference.region })
    return { modelInfo: info, model, inference, alternatives }
  }

  if (automaticPolicy(modelId) === undefined) return open(modelId)
  const { chosen, isClose, stronger } = await run.choose(modelId)
  let escalation: TurnConfiguration['escalation']
  for (const choice of stronger.toReversed()) {
    // A region may list a model it does not let anybody open: then there is one fewer to turn to.
    const turn = await open(choice.modelId).catch(ignoreMissing)
    if (turn !== null) escalation = { choice, turn: { ...turn, escalation }, checksItself: false }
  }
  const checked = escalation === undefined ? undefined : { ...escalation, checksItself: isClose }
  return { ...(await open(chosen.modelId)), escalation: checked }
}

function ignoreMissing(error: unknown): null {
  if (error instanceof AppError && error.code === 'MODEL_NOT_FOUND') return null
  throw error
}
