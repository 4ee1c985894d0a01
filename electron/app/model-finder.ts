import { AppError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { Settings } from '../../shared/settings.ts'
import { modelInRegion } from '../models/bedrock/model-in-region.ts'
import { describeUnknownBedrockModel, findModel } from '../models/catalog.ts'
import { offlineAnalyst } from '../models/offline/offline-analyst.ts'

/** What each model takes and costs where it is asked. One model in one region is the same object until `forget`. */
export type ModelFinder = {
  /** `MODEL_NOT_FOUND` when no source of the settings has it, or the region does not. */
  find(id: ModelId, region: string): Promise<ModelInfo>
  /** The same model of Bedrock in another region; undefined where that has none, or nobody can tell. */
  findElsewhere(info: ModelInfo, region: string): ModelInfo | undefined
  forget(): void
}

export type ModelFinderOptions = {
  readonly settings: () => Settings
  /** What an account or a server listed under this id. */
  readonly listed: (id: ModelId) => Promise<ModelInfo | undefined>
}

export function createModelFinder({ settings, listed }: ModelFinderOptions): ModelFinder {
  let known = new Map<string, ModelInfo>()

  /** What is found first is what everybody gets. */
  function keep(key: string, info: ModelInfo): ModelInfo {
    const first = known.get(key) ?? info
    known.set(key, first)
    return first
  }

  async function look(id: ModelId, region: string): Promise<ModelInfo> {
    if (id === offlineAnalyst.id) return offlineAnalyst
    if (id.startsWith(bedrockPrefix)) return lookInBedrock(id, region)
    const found = id.startsWith('openai:') ? await listed(id) : undefined
    if (found !== undefined) return found
    throw new AppError('MODEL_NOT_FOUND', `There is no model named ${id}.`, {
      hint: 'Choose another in the model picker.',
    })
  }

  async function lookInBedrock(id: ModelId, region: string): Promise<ModelInfo> {
    const { isEnabled, region: home } = settings().bedrock
    if (!isEnabled) throw bedrockOff()
    const endpointModelId = id.slice(bedrockPrefix.length)
    // The catalog knows most without asking the account; what neither knows may still exist, and AWS decides.
    const atHome = findModel(endpointModelId, home)
    if (atHome === undefined) return (await listed(id)) ?? describeUnknownBedrockModel(endpointModelId)
    if (region === home) return atHome
    const there = modelInRegion(endpointModelId, region)
    if (there === undefined) throw notInRegion(atHome, region)
    return there
  }

  return {
    async find(id, region) {
      const key = keyOf(id, region)
      const of = known
      const info = known.get(key) ?? (await look(id, region))
      // What was looked up under settings that have changed meanwhile is answered, and not kept.
      return of === known ? keep(key, info) : info
    },
    findElsewhere(info, region) {
      const there = modelInRegion(info.endpointModelId, region)
      return there === undefined ? undefined : keep(keyOf(info.id, region), there)
    },
    forget() {
      known = new Map()
    },
  }
}

const bedrockPrefix = 'bedrock:'

function keyOf(id: ModelId, region: string): string {
  return `${region} ${id}`
}

function bedrockOff(): AppError {
  return new AppError('MODEL_NOT_FOUND', 'Amazon Bedrock is switched off.', {
    hint: 'Switch it on in Settings, or choose another model.',
  })
}

function notInRegion({ label }: ModelInfo, region: string): AppError {
  return new AppError('MODEL_NOT_FOUND', `Bedrock in ${region} does not offer ${label}.`, {
    hint: 'Choose another region for this conversation, or another model.',
  })
}
