import type { ConversationSummary } from '../../shared/conversations.ts'
import { deleteConversation, restoreConversation } from '../state/conversations.ts'
import { showFailure, showToast } from '../state/toasts.ts'
import { openConversation, useUi } from '../state/ui.ts'

/** Deletes at once and offers to take it back: no question before, no loss after. */
export function deleteWithUndo({ id, title }: ConversationSummary): void {
  deleteConversation(id)
    .then(() => {
      if (useUi.getState().conversationId === id) openConversation(null)
      const undo = () => {
        restoreConversation(id).then(() => openConversation(id), showFailure)
      }
      return showToast({ tone: 'neutral', text: `Deleted “${title}”.`, action: { label: 'Undo', run: undo } })
    })
    .catch(showFailure)
}
