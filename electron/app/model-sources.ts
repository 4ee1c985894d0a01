import { AppError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'
import type { LocalServer, Settings } from '../../shared/settings.ts'
import type { Model, TurnConfiguration } from '../agent/ports.ts'
import type { SecretStore } from '../host.ts'
import type { PromptCache } from '../models/caching/prompt-cache.ts'
import { withPromptCache } from '../models/caching/with-prompt-cache.ts'
import { createOfflineModel } from '../models/offline/offline-model.ts'
import { localModelId } from '../models/openai/list-local-models.ts'
import { createOpenAiModel } from '../models/openai/openai-model.ts'
import { testLocalModel } from '../models/openai/test-local-model.ts'
import { modelsOfTiers } from './automatic-models.ts'
import { openBedrockRegions } from './bedrock-regions.ts'
import { listModels } from './list-models.ts'
import { createModelFinder } from './model-finder.ts'

export type OpenModel = {
  /** The same object from call to call, until the settings change. */
  readonly info: ModelInfo
  readonly model: Model
  /** The same model in the regions of the settings that may take over, in their order. */
  readonly alternatives: TurnConfiguration['alternatives']
}

/** Every model the settings reach. */
export type ModelSources = {
  /** Asks accounts and servers once and keeps the answer until `refresh` or a change of settings. */
  list(options: { readonly refresh: boolean }): Promise<ModelList>
  /**
   * `MODEL_NOT_FOUND` when no source of the settings has it, or the region does not. An automatic entry is no model
   * and cannot be opened: whoever starts a run chooses one of `modelsOfTiers` first.
   */
  open(id: ModelId, options?: { readonly region?: string | undefined }): Promise<OpenModel>
  /** Makes ready what the next request needs. False where there is nothing to make ready. Throws what it would. */
  warmUp(id: ModelId, options: { readonly region?: string | undefined; readonly signal: AbortSignal }): Promise<boolean>
  test(id: ModelId): Promise<RequestOutput<'model.test'>>
  /** Forgets credentials and lists: they or the settings changed. Answers under way go on. */
  reset(): void
  /** Closes connections, once answers under way have ended. */
  close(): void
}

export type ModelSourceDependencies = {
  readonly settings: () => Settings
  readonly secrets: SecretStore
  readonly promptCache: PromptCache
}

const testWithinMs = 45_000

export function createModelSources({ settings, secrets, promptCache }: ModelSourceDependencies): ModelSources {
  let listed: Promise<ModelList> | undefined
  const offline = createOfflineModel()
  const bedrock = openBedrockRegions({ auth: () => settings().bedrock.auth, secrets, promptCache })
  const finder = createModelFinder({
    settings,
    listed: async (id) => (await list()).models.find((model) => model.id === id),
  })

  function list(): Promise<ModelList> {
    listed ??= listModels(settings(), secrets, AbortSignal.timeout(testWithinMs)).catch((error: unknown) => {
      listed = undefined
      throw error
    })
    return listed
  }

  async function alternativesTo(info: ModelInfo, region: string): Promise<OpenModel['alternatives']> {
    const alternatives = settings().bedrock.failoverRegions.map(async (other) => {
      const modelInfo = other === region ? undefined : finder.findElsewhere(info, other)
      if (modelInfo === undefined) return []
      return [{ modelInfo, model: await bedrock.model(other), label: labelIn(other, modelInfo) }]
    })
    return (await Promise.all(alternatives)).flat()
  }

  const home = () => settings().bedrock.region

  /** An automatic entry stands for models of one account: any of them tells whether they can be reached. */
  async function oneOf(id: ModelId): Promise<ModelId> {
    if (!isAutomatic(id)) return id
    const { medium, small, large } = modelsOfTiers(await list())
    return (medium ?? large ?? small)?.id ?? id
  }

  return {
    list({ refresh }) {
      if (refresh) listed = undefined
      return list()
    },
    async open(id, { region = home() } = {}) {
      if (isAutomatic(id)) throw unresolved(id)
      const info = await finder.find(id, region)
      switch (info.provider) {
        case 'bedrock':
          // A conversation with a region of its own stays there: the regions that may take over were listed for home.
          return {
            info,
            model: await bedrock.model(region),
            alternatives: region === home() ? await alternativesTo(info, region) : [],
          }
        case 'openai': {
          const server = serverOf(info, settings())
          // No cache is planned for these, but the same sizes tell what fills the context, and when it must be shortened.
          const model = withPromptCache(createOpenAiModel({ server }), promptCache, server.baseUrl)
          return { info, model, alternatives: [] }
        }
        case 'offline':
          return { info, model: offline, alternatives: [] }
        case 'auto':
          throw unresolved(id)
      }
    },
    async warmUp(id, { region = home(), signal }) {
      const isBedrock = id.startsWith('bedrock:') || isAutomatic(id)
      if (!isBedrock || !settings().bedrock.isEnabled) return false
      await bedrock.warmUp(region, signal)
      return true
    },
    async test(id) {
      const signal = AbortSignal.timeout(testWithinMs)
      const info = await finder.find(await oneOf(id), home())
      switch (info.provider) {
        case 'bedrock': {
          const { testBedrockModel } = await import('../models/bedrock/test-bedrock-model.ts')
          return testBedrockModel({ region: home(), auth: settings().bedrock.auth, secrets }, info, signal)
        }
        case 'openai':
          return testLocalModel(serverOf(info, settings()), info, signal)
        case 'offline':
          return { latencyMs: 0, identity: 'this computer' }
        case 'auto':
          throw unresolved(id)
      }
    },
    reset() {
      listed = undefined
      finder.forget()
      const { isEnabled, region, failoverRegions } = settings().bedrock
      bedrock.reset(isEnabled ? [region, ...failoverRegions] : [])
    },
    close: () => bedrock.close(),
  }
}

function isAutomatic(id: ModelId): boolean {
  return id.startsWith('auto:')
}

/** "Claude Sonnet 5.5 in eu-west-1": where it is asked says more than through which profile. */
function labelIn(region: string, { label }: ModelInfo): string {
  return `${label.replace(/ \([^)]*\)$/, '')} in ${region}`
}

function serverOf(info: ModelInfo, { localServers }: Settings): LocalServer {
  const server = localServers.find((candidate) => localModelId(candidate, info.endpointModelId) === info.id)
  if (server !== undefined) return server
  throw new AppError('MODEL_NOT_FOUND', `The server of ${info.label} is no longer in the settings.`, {
    hint: 'Add it again in Settings, or choose another model.',
  })
}

function unresolved(id: ModelId): AppError {
  return new AppError('MODEL_NOT_FOUND', `There is nothing to choose from for ${id}.`, {
    hint: 'Switch on Amazon Bedrock in Settings, or choose a model yourself.',
  })
}
