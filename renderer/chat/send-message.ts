import type { ConversationId } from '../../shared/ids.ts'
import { changeDraft, clearDraft, type Draft } from '../state/drafts.ts'
import { startRun } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { beginConversation } from './begin-conversation.ts'
import type { RunChoice } from '../state/use-run-choice.ts'

/** Sends a draft, in a new conversation where there is none. What could not be sent is put back into the composer. */
export async function sendMessage(
  draft: Draft,
  { conversationId, choice }: { readonly conversationId: ConversationId | null; readonly choice: RunChoice },
): Promise<void> {
  let sentTo = conversationId
  clearDraft(conversationId)
  try {
    sentTo ??= await beginConversation(choice)
    const attachments = draft.attachments.flatMap((one) => (one.kind === 'added' ? [one.block] : []))
    await startRun({ conversationId: sentTo, ...choice, text: draft.text.trim(), attachments })
  } catch (error) {
    // What was written since stays, below what was not sent.
    changeDraft(sentTo, (now) => ({
      text: [draft.text, now.text].filter((text) => text !== '').join('\n'),
      attachments: [...draft.attachments, ...now.attachments],
    }))
    showFailure(error)
  }
}
