import type { ConversationId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import { readSummary } from './read-summary.ts'
import type { ConversationChoice } from './storage.ts'

/** Stores what the person chose for a conversation. Call it inside a transaction. `NOT_FOUND` for an unknown one. */
export function configureConversation(
  database: Database,
  id: ConversationId,
  { modelId, inference }: ConversationChoice,
): void {
  readSummary(database, id)
  if (modelId !== undefined)
    database.run('update conversations set model_id = ? where conversation_id = ?', modelId, id)
  if (inference !== undefined)
    database.run('update conversations set inference = ? where conversation_id = ?', JSON.stringify(inference), id)
}
