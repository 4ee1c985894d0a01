import { create } from 'zustand'
import type { Conversation } from '../../shared/conversations.ts'
import type { ConversationId, MessageId, ModelId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import { client } from '../bridge/client.ts'

/** What belongs to a conversation beside its runs. */
export type ConversationDetails = Pick<Conversation, 'inference' | 'pinned'>

type DetailsState = { readonly byConversation: Readonly<Record<string, ConversationDetails>> }

/** The settings and pinned messages of each conversation that was opened, and the settings wished for a new chat. */
export const useConversationDetails = create<DetailsState>(() => ({ byConversation: {} }))

export function selectInference(conversationId: ConversationId | null): (state: DetailsState) => InferenceSettings {
  return ({ byConversation }) => (byConversation[keyOf(conversationId)] ?? noDetails).inference
}

export function selectIsPinned(
  conversationId: ConversationId | undefined,
  messageId: MessageId,
): (state: DetailsState) => boolean {
  return ({ byConversation }) =>
    conversationId !== undefined && byConversation[conversationId]?.pinned.includes(messageId) === true
}

/** Takes over what the host said about a conversation. */
export function noteDetails({ summary, inference, pinned }: Conversation): void {
  change(summary.id, () => ({ inference, pinned }))
}

/**
 * Changes how this conversation is answered, from the next model call on. Shown at once, so that a second change builds
 * on the first; taken back when the host refuses. In a new chat the wish is kept until there is a conversation. Throws
 * the host's error.
 */
export async function setInference(conversationId: ConversationId | null, inference: InferenceSettings): Promise<void> {
  const before = selectInference(conversationId)(useConversationDetails.getState())
  change(conversationId, (details) => ({ ...details, inference }))
  if (conversationId === null) return
  // Unless it was changed again meanwhile.
  const settle = (settled: InferenceSettings) =>
    change(conversationId, (details) =>
      details.inference === inference ? { ...details, inference: settled } : details,
    )
  try {
    settle((await client().request('conversation.configure', { conversationId, inference })).inference)
  } catch (error) {
    settle(before)
    throw error
  }
}

/** Hands a run under way over to another model, from its next call on. */
export async function setConversationModel(conversationId: ConversationId, modelId: ModelId): Promise<void> {
  await client().request('conversation.configure', { conversationId, modelId })
}

/** Gives a conversation that has just been made what was wished for it while it was a new chat. */
export async function adoptNewChatInference(conversationId: ConversationId): Promise<void> {
  const { inference } = useConversationDetails.getState().byConversation[newChat] ?? noDetails
  if (Object.keys(inference).length === 0) return
  await setInference(conversationId, inference)
  change(null, (details) => ({ ...details, inference: {} }))
}

/** Shown at once; taken back when the host refuses. Throws the host's error. */
export async function pinMessage(
  conversationId: ConversationId,
  pin: { readonly messageId: MessageId; readonly isPinned: boolean },
): Promise<void> {
  change(conversationId, (details) => withPin(details, pin))
  try {
    await client().request('message.pin', { conversationId, ...pin })
  } catch (error) {
    change(conversationId, (details) => withPin(details, { ...pin, isPinned: !pin.isPinned }))
    throw error
  }
}

export function withPin(
  details: ConversationDetails,
  { messageId, isPinned }: { readonly messageId: MessageId; readonly isPinned: boolean },
): ConversationDetails {
  const others = details.pinned.filter((id) => id !== messageId)
  return { ...details, pinned: isPinned ? [...others, messageId] : others }
}

const noDetails: ConversationDetails = { inference: {}, pinned: [] }
const newChat = 'new'

function keyOf(conversationId: ConversationId | null): string {
  return conversationId ?? newChat
}

function change(
  conversationId: ConversationId | null,
  make: (details: ConversationDetails) => ConversationDetails,
): void {
  useConversationDetails.setState(({ byConversation }) => {
    const key = keyOf(conversationId)
    return { byConversation: { ...byConversation, [key]: make(byConversation[key] ?? noDetails) } }
  })
}
