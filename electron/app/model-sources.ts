import { AppError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'
import type { LocalServer, Settings } from '../../shared/settings.ts'
import type { Model } from '../agent/ports.ts'
import type { SecretStore } from '../host.ts'
import { createBedrockModel } from '../models/bedrock/bedrock-model.ts'
import { discoverBedrockModels } from '../models/bedrock/discovery.ts'
import { testBedrockModel } from '../models/bedrock/test-bedrock-model.ts'
import { describeUnknownBedrockModel, findModel } from '../models/catalog.ts'
import { offlineAnalyst } from '../models/offline/offline-analyst.ts'
import { createOfflineModel } from '../models/offline/offline-model.ts'
import { listLocalModels, localModelId } from '../models/openai/list-local-models.ts'
import { createOpenAiModel } from '../models/openai/openai-model.ts'
import { testLocalModel } from '../models/openai/test-local-model.ts'

export type OpenModel = { readonly info: ModelInfo; readonly model: Model }

/** Every model the settings reach. */
export type ModelSources = {
  /** Asks accounts and servers once and keeps the answer until `refresh` or a change of settings. */
  list(options: { readonly refresh: boolean }): Promise<ModelList>
  /** `MODEL_NOT_FOUND` when no source of the settings has it. */
  open(id: ModelId): Promise<OpenModel>
  test(id: ModelId): Promise<RequestOutput<'model.test'>>
  /** Forgets clients and lists: credentials or settings changed. */
  reset(): void
}

export type ModelSourceDependencies = { readonly settings: () => Settings; readonly secrets: SecretStore }

const testWithinMs = 45_000

export function createModelSources({ settings, secrets }: ModelSourceDependencies): ModelSources {
  let listed: Promise<ModelList> | undefined
  let bedrock: Model | undefined
  const offline = createOfflineModel()

  function connection() {
    const { region, auth } = settings().bedrock
    return { region, auth, secrets }
  }

  function list(): Promise<ModelList> {
    listed ??= listModels(settings(), connection()).catch((error: unknown) => {
      listed = undefined
      throw error
    })
    return listed
  }

  async function find(id: ModelId): Promise<ModelInfo> {
    const separator = id.indexOf(':')
    const endpointModelId = id.slice(separator + 1)
    switch (id.slice(0, separator)) {
      case 'offline':
        if (id === offlineAnalyst.id) return offlineAnalyst
        break
      case 'bedrock':
        if (!settings().bedrock.isEnabled) throw bedrockOff()
        // The catalog knows most without asking the account; what neither knows may still exist, and AWS decides.
        return (
          findModel(endpointModelId, settings().bedrock.region) ??
          (await listedModel(id)) ??
          describeUnknownBedrockModel(endpointModelId)
        )
      case 'openai': {
        const found = await listedModel(id)
        if (found !== undefined) return found
        break
      }
    }
    throw new AppError('MODEL_NOT_FOUND', `There is no model named ${id}.`, {
      hint: 'Choose another in the model picker.',
    })
  }

  async function listedModel(id: ModelId): Promise<ModelInfo | undefined> {
    return (await list()).models.find((model) => model.id === id)
  }

  async function open(id: ModelId): Promise<OpenModel> {
    const info = await find(id)
    switch (info.provider) {
      case 'offline':
        return { info, model: offline }
      case 'bedrock':
        bedrock ??= createBedrockModel(connection())
        return { info, model: bedrock }
      case 'openai':
        return { info, model: createOpenAiModel({ server: serverOf(info, settings()) }) }
    }
  }

  return {
    list({ refresh }) {
      if (refresh) listed = undefined
      return list()
    },
    open,
    async test(id) {
      const signal = AbortSignal.timeout(testWithinMs)
      const info = await find(id)
      switch (info.provider) {
        case 'offline':
          return { latencyMs: 0, identity: 'this computer' }
        case 'bedrock':
          return testBedrockModel(connection(), info, signal)
        case 'openai':
          return testLocalModel(serverOf(info, settings()), info, signal)
      }
    },
    reset() {
      listed = undefined
      bedrock = undefined
    },
  }
}

async function listModels(
  settings: Settings,
  connection: Parameters<typeof discoverBedrockModels>[0],
): Promise<ModelList> {
  const signal = AbortSignal.timeout(testWithinMs)
  const found = await Promise.all([
    ...(settings.bedrock.isEnabled ? [discoverBedrockModels(connection, signal)] : []),
    ...settings.localServers.map((server) => listLocalModels(server, signal)),
  ])
  return {
    models: [offlineAnalyst, ...found.flatMap(({ models }) => models)],
    sources: [
      { provider: 'offline', label: 'On this computer', origin: 'built-in' },
      ...found.map(({ source }) => source),
    ],
  }
}

function serverOf(info: ModelInfo, { localServers }: Settings): LocalServer {
  const server = localServers.find((candidate) => localModelId(candidate, info.endpointModelId) === info.id)
  if (server !== undefined) return server
  throw new AppError('MODEL_NOT_FOUND', `The server of ${info.label} is no longer in the settings.`, {
    hint: 'Add it again in Settings, or choose another model.',
  })
}

function bedrockOff(): AppError {
  return new AppError('MODEL_NOT_FOUND', 'Amazon Bedrock is switched off.', {
    hint: 'Switch it on in Settings, or choose another model.',
  })
}
