import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import { selectConversation, useConversations } from './conversations.ts'
import { updateSettings, useSettings } from './settings.ts'
import { showFailure } from './toasts.ts'
import { choose, useUi, type Choice } from './ui.ts'

export type RunChoice = { readonly agentId: AgentId; readonly modelId: ModelId }

/**
 * Who answers the next message: what was picked for this conversation, else what it had last, else the person's
 * usual choice. `undefined` until the settings are loaded.
 */
export function useRunChoice(conversationId: ConversationId | null): RunChoice | undefined {
  const picked = useUi(({ choices }) => (conversationId === null ? undefined : choices[conversationId]))
  const last = useConversations(selectConversation(conversationId))
  const usual = useSettings(({ settings }) => (settings.kind === 'ready' ? settings.value : undefined))
  const agentId = picked?.agentId ?? last?.agentId ?? usual?.agentId
  const modelId = picked?.modelId ?? last?.modelId ?? usual?.modelId
  return agentId === undefined || modelId === undefined ? undefined : { agentId, modelId }
}

/** Picks for this conversation; the next new chat starts with it too. */
export function pickForRuns(conversationId: ConversationId | null, choice: Choice): void {
  if (conversationId !== null) choose(conversationId, choice)
  updateSettings(choice).catch(showFailure)
}
