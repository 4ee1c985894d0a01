import type { ModelList } from '../../shared/models.ts'
import type { Settings } from '../../shared/settings.ts'
import type { SecretStore } from '../host.ts'
import { offlineAnalyst } from '../models/offline/offline-analyst.ts'
import { listLocalModels } from '../models/openai/list-local-models.ts'
import { automaticModels } from './automatic-models.ts'

type Group = { readonly models: ModelList['models']; readonly source: ModelList['sources'][number] }

/** Asks every account and server of the settings; what is wrong with one is told with its source. */
export async function listModels(settings: Settings, secrets: SecretStore, signal: AbortSignal): Promise<ModelList> {
  const [bedrock, local] = await Promise.all([
    listBedrock(settings, secrets, signal),
    Promise.all(settings.localServers.map((server) => listLocalModels(server, signal))),
  ])
  const groups = [...automatic(bedrock), onThisComputer, ...bedrock, ...local]
  return { models: groups.flatMap(({ models }) => models), sources: groups.map(({ source }) => source) }
}

const onThisComputer: Group = {
  models: [offlineAnalyst],
  source: { provider: 'offline', label: 'On this computer', origin: 'built-in' },
}

async function listBedrock({ bedrock }: Settings, secrets: SecretStore, signal: AbortSignal): Promise<Group[]> {
  if (!bedrock.isEnabled) return []
  const { discoverBedrockModels } = await import('../models/bedrock/discovery.ts')
  return [await discoverBedrockModels({ region: bedrock.region, auth: bedrock.auth, secrets }, signal)]
}

function automatic(bedrock: readonly Group[]): Group[] {
  const models = automaticModels({ models: bedrock.flatMap((group) => group.models) })
  if (models.length === 0) return []
  return [{ models: [...models], source: { provider: 'auto', label: 'Automatic', origin: 'built-in' } }]
}
