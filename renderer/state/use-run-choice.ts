import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import { setConversationModel } from './conversation-details.ts'
import { selectConversation, useConversations } from './conversations.ts'
import { updateSettings, useSettings } from './settings.ts'
import { showFailure } from './toasts.ts'
import { choose, useUi, type Choice } from './ui.ts'

/** A chat without a conversation yet: a message sent at once goes to what was just picked. */
const newChat = 'new'

export type RunChoice = { readonly agentId: AgentId; readonly modelId: ModelId }

/**
 * Who answers the next message: what was picked for this conversation, else what it had last, else the person's
 * usual choice. `undefined` until the settings are loaded.
 */
export function useRunChoice(conversationId: ConversationId | null): RunChoice | undefined {
  const picked = useUi(({ choices }) => choices[conversationId ?? newChat])
  const last = useConversations(selectConversation(conversationId))
  const usual = useSettings(({ settings }) => (settings.kind === 'ready' ? settings.value : undefined))
  const agentId = picked?.agentId ?? last?.agentId ?? usual?.agentId
  const modelId = picked?.modelId ?? last?.modelId ?? usual?.modelId
  return agentId === undefined || modelId === undefined ? undefined : { agentId, modelId }
}

/** Picks for this conversation, an answer on its way included; the next new chat starts with it too. */
export function pickForRuns(conversationId: ConversationId | null, choice: Choice): void {
  choose(conversationId ?? newChat, choice)
  if (conversationId !== null && choice.modelId !== undefined)
    setConversationModel(conversationId, choice.modelId).catch(showFailure)
  updateSettings(choice).catch(showFailure)
}
