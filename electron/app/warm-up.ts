import type { ConversationId } from '../../shared/ids.ts'
import { mergeInference, type InferenceSettings } from '../../shared/inference.ts'
import type { RequestInput, WarmUpReport } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/settings.ts'
import type { ModelSources } from './model-sources.ts'
import { createCachePriming, type CachePrimingPorts, type PromptPrefix } from './prime-cache.ts'

/** Makes ready, before the first message, what it would otherwise wait for. */
export type WarmUp = {
  /**
   * Credentials, connection and code; the prompt cache where the settings say so. Never throws: what cannot be made
   * ready is told by the first message, with a sentence. Who asks for the same meanwhile gets the same answer.
   */
  warmUp(choice: Choice): Promise<WarmUpReport>
  /** Stops what is under way, for good. Resolves once that is told and booked. */
  close(): Promise<void>
}

type Choice = RequestInput<'model.warm-up'>

export type WarmUpDependencies = CachePrimingPorts & {
  readonly models: Pick<ModelSources, 'open' | 'warmUp'>
  readonly settings: () => Pick<Settings, 'warmUp'>
  /** As a run of this agent sends it: what differs by a letter primes nothing. */
  readonly prefixOf: (agentId: Choice['agentId']) => PromptPrefix
  /** What a conversation wishes of its model, over what its agent does. */
  readonly wishesOf: (id: ConversationId) => Promise<InferenceSettings>
  readonly logFailure: (error: unknown) => void
}

export function createWarmUp(deps: WarmUpDependencies): WarmUp {
  const { models, settings, clock, logFailure } = deps
  const controller = new AbortController()
  const { signal } = controller
  const underWay = new Map<string, Promise<WarmUpReport>>()
  const priming = createCachePriming(deps)

  async function makeReady(choice: Choice, prefix: PromptPrefix): Promise<WarmUpReport> {
    const startedAt = clock.now()
    const isReady = await models.warmUp(choice.modelId, { region: prefix.inference.region, signal })
    const readyMs = isReady ? clock.now() - startedAt : null
    // A cache that could not be primed leaves everything else ready.
    return { readyMs, priming: isReady ? await prime(choice, prefix).catch(fail) : null }
  }

  async function prime({ agentId, modelId }: Choice, prefix: PromptPrefix): Promise<WarmUpReport['priming']> {
    // Which model an automatic choice takes is known once there is a question.
    if (modelId.startsWith('auto:')) return null
    const { info, model } = await models.open(modelId, { region: prefix.inference.region })
    const isPaidFor = settings().warmUp.primesCache
    return priming.prime({ agentId, info, model, prefix, isPaidFor, signal })
  }

  /** Started at once for all who ask meanwhile, from whichever conversation. */
  function share(key: string, start: () => Promise<WarmUpReport>): Promise<WarmUpReport> {
    const started = underWay.get(key)
    if (started !== undefined) return started
    const report = start()
      .catch((error: unknown) => fail(error) ?? nothingDone)
      .finally(() => underWay.delete(key))
    underWay.set(key, report)
    return report
  }

  function fail(error: unknown): null {
    if (!signal.aborted) logFailure(error)
    return null
  }

  return {
    async warmUp(choice) {
      if (!settings().warmUp.isEnabled) return nothingDone
      const prefix = await prefixFor(choice, deps).catch(fail)
      if (prefix === null || signal.aborted) return nothingDone
      const { region, caching } = prefix.inference
      const key = JSON.stringify([choice.agentId, choice.modelId, region, caching])
      return share(key, () => makeReady(choice, prefix))
    },
    async close() {
      controller.abort()
      await Promise.all(underWay.values())
    },
  }
}

const nothingDone: WarmUpReport = { readyMs: null, priming: null }

/** As a run of this conversation sends it: another region, or an hour in the cache, is another place. */
async function prefixFor(
  { agentId, conversationId }: Choice,
  { prefixOf, wishesOf }: Pick<WarmUpDependencies, 'prefixOf' | 'wishesOf'>,
): Promise<PromptPrefix> {
  const prefix = prefixOf(agentId)
  if (conversationId === undefined) return prefix
  return { ...prefix, inference: mergeInference(prefix.inference, await wishesOf(conversationId)) }
}
