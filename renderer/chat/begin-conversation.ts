import type { ConversationId } from '../../shared/ids.ts'
import { createConversation } from '../state/conversations.ts'
import { beginRuns } from '../state/runs.ts'
import { openConversation } from '../state/ui.ts'
import type { RunChoice } from '../state/use-run-choice.ts'

/** Makes a new chat a conversation and shows it. `beforeShown` may prepare what is shown with it. */
export async function beginConversation(
  choice: RunChoice,
  beforeShown: (id: ConversationId) => void = () => {},
): Promise<ConversationId> {
  const id = await createConversation(choice)
  beginRuns(id)
  beforeShown(id)
  openConversation(id)
  return id
}
