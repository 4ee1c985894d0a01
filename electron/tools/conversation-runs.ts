import type { ConversationId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'

/** What was asked, answered and shown in a conversation so far, for tools that write about it. Oldest first. */
export type ConversationRuns = {
  /** The run under way is among them, as far as it is stored. */
  of(conversationId: ConversationId): Promise<readonly RunState[]>
}
