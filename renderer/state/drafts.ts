import { create } from 'zustand'
import type { WireError } from '../../shared/errors.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'

/** A file on its way into a message: being handed over, there, or refused. */
export type DraftAttachment = { readonly key: number; readonly name: string } & (
  | { readonly kind: 'adding' }
  | { readonly kind: 'added'; readonly block: AttachmentBlock }
  | { readonly kind: 'refused'; readonly error: WireError }
)

export type Draft = { readonly text: string; readonly attachments: readonly DraftAttachment[] }

type DraftsState = { readonly byConversation: Readonly<Record<string, Draft>> }

/** What is written but not sent, per conversation. */
export const useDrafts = create<DraftsState>(() => ({ byConversation: {} }))

export function selectDraft(conversationId: ConversationId | null): (state: DraftsState) => Draft {
  return ({ byConversation }) => byConversation[draftKey(conversationId)] ?? emptyDraft
}

export function changeDraft(conversationId: ConversationId | null, change: (draft: Draft) => Draft): void {
  useDrafts.setState(({ byConversation }) => {
    const key = draftKey(conversationId)
    return { byConversation: { ...byConversation, [key]: change(byConversation[key] ?? emptyDraft) } }
  })
}

export function writeDraft(conversationId: ConversationId | null, text: string): void {
  changeDraft(conversationId, (draft) => ({ ...draft, text }))
}

export function clearDraft(conversationId: ConversationId | null): void {
  changeDraft(conversationId, () => emptyDraft)
}

/** A new chat's draft goes on as the draft of the conversation it became. */
export function moveNewDraft(conversationId: ConversationId): void {
  useDrafts.setState(({ byConversation }) => {
    const { [newChat]: draft = emptyDraft, ...others } = byConversation
    return { byConversation: { ...others, [conversationId]: draft } }
  })
}

const emptyDraft: Draft = { text: '', attachments: [] }
const newChat = 'new'

function draftKey(conversationId: ConversationId | null): string {
  return conversationId ?? newChat
}
