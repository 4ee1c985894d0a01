import type { BedrockAuth } from '../../shared/settings.ts'
import type { Model } from '../agent/ports.ts'
import type { SecretStore } from '../host.ts'
import type { BedrockModel } from '../models/bedrock/bedrock-model.ts'
import type { KeptConnections } from '../models/bedrock/kept-connections.ts'
import type { PromptCache } from '../models/caching/prompt-cache.ts'
import { withPromptCache } from '../models/caching/with-prompt-cache.ts'

/** Bedrock, a client and its connections for each region that is asked. */
export type BedrockRegions = {
  /** The model port of a region. */
  model(region: string): Promise<Model>
  warmUp(region: string, signal: AbortSignal): Promise<void>
  /**
   * Credentials are read afresh from the next request on. Regions still in use keep their connections, which belong
   * to no identity; the others are closed. Answers under way go on.
   */
  reset(regionsInUse: readonly string[]): void
  close(): void
}

export type BedrockRegionsOptions = {
  readonly auth: () => BedrockAuth
  readonly secrets: SecretStore
  readonly promptCache: PromptCache
}

type Opened = { readonly bedrock: BedrockModel; readonly model: Model }

export function openBedrockRegions({ auth, secrets, promptCache }: BedrockRegionsOptions): BedrockRegions {
  const connections = new Map<string, KeptConnections>()
  const opened = new Map<string, Opened>()

  async function open(region: string): Promise<Opened> {
    const { createBedrockModel, keepConnections } = await loadBedrock()
    const known = opened.get(region)
    if (known !== undefined) return known
    const kept = connections.get(region) ?? keepConnections()
    connections.set(region, kept)
    const identity = auth()
    const bedrock = createBedrockModel({ region, auth: identity, secrets, connections: kept })
    const made = { bedrock, model: withPromptCache(bedrock, promptCache, `${region} ${JSON.stringify(identity)}`) }
    opened.set(region, made)
    return made
  }

  function closeExcept(regions: readonly string[]): void {
    opened.clear()
    for (const [region, kept] of connections) {
      if (regions.includes(region)) continue
      kept.close()
      connections.delete(region)
    }
  }

  return {
    model: async (region) => (await open(region)).model,
    warmUp: async (region, signal) => (await open(region)).bedrock.warmUp(signal),
    reset: closeExcept,
    close: () => closeExcept([]),
  }
}

/** The AWS client is a fifth of a second of code: not before a model of Bedrock is wanted. */
async function loadBedrock() {
  const [{ createBedrockModel }, { keepConnections }] = await Promise.all([
    import('../models/bedrock/bedrock-model.ts'),
    import('../models/bedrock/kept-connections.ts'),
  ])
  return { createBedrockModel, keepConnections }
}
