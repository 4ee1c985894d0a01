import type { ConversationId } from '../../shared/ids.ts'
import { adoptNewChatInference } from '../state/conversation-details.ts'
import { createConversation, deleteConversation } from '../state/conversations.ts'
import { beginRuns } from '../state/runs.ts'
import { openConversation } from '../state/ui.ts'
import type { RunChoice } from '../state/use-run-choice.ts'

/** Makes a new chat a conversation and shows it. `beforeShown` may prepare what is shown with it. */
export async function beginConversation(
  choice: RunChoice,
  beforeShown: (id: ConversationId) => void = () => {},
): Promise<ConversationId> {
  const id = await createConversation(choice)
  try {
    await adoptNewChatInference(id)
  } catch (error) {
    // Nothing was said in it yet, and the next try makes another one.
    await deleteConversation(id)
    throw error
  }
  beginRuns(id)
  beforeShown(id)
  openConversation(id)
  return id
}
