import { systemPrompt } from '../agent/system-prompt.ts'
import type { SettingsStore } from '../config/settings-store.ts'
import type { AgentId, ConversationId } from '../../shared/ids.ts'
import type { Storage } from '../storage/storage.ts'
import type { Agents } from './agents.ts'
import type { ModelSources } from './model-sources.ts'
import { newId } from './new-id.ts'
import type { PromptPrefix } from './prime-cache.ts'
import { startClock } from './start-clock.ts'
import type { ToolsFor } from './start-run.ts'
import { createWarmUp, type WarmUp } from './warm-up.ts'

/** The warm-up with the prompts this app sends, and what priming costs written to its books. */
export function openWarmUp(deps: {
  readonly models: Pick<ModelSources, 'open' | 'warmUp'>
  readonly settings: Pick<SettingsStore, 'current'>
  readonly agents: Pick<Agents, 'get'>
  readonly workspace: () => string | null
  readonly toolsFor: ToolsFor
  readonly storage: Pick<Storage, 'conversations' | 'usage'>
  readonly logFailure: (error: unknown) => void
}): WarmUp {
  const { models, settings, agents, workspace, toolsFor, storage, logFailure } = deps

  /** The beginning of every prompt of an agent, as `startRun` makes it. */
  function prefixOf(id: AgentId): PromptPrefix {
    const agent = agents.get(id)
    return {
      system: systemPrompt({ prompt: agent.prompt, workspace: workspace(), today: new Date() }),
      tools: toolsFor(agent, newId<ConversationId>('conv'), 'language-model').specs(),
      inference: agent.inference,
    }
  }

  return createWarmUp({
    models,
    settings: () => settings.current(),
    prefixOf,
    wishesOf: async (id) => (await storage.conversations.brief(id)).inference,
    clock: startClock(),
    onPrimed: (call, agentId) => {
      storage.usage.recordCall({ agentId, call }).catch(logFailure)
    },
    logFailure,
  })
}
