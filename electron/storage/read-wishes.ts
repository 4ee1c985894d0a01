import type { Conversation } from '../../shared/conversations.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { Database } from './database.ts'

/** What the person asked of one conversation: its settings, and the messages they pinned, in the order they did. */
export function readWishes(database: Database, id: ConversationId): Pick<Conversation, 'inference' | 'pinned'> {
  const row = database.first<{ inference: string }>('select inference from conversations where conversation_id = ?', id)
  const pinned = database.all<{ message_id: MessageId }>(
    'select message_id from pinned_messages where conversation_id = ? order by rowid',
    id,
  )
  return {
    inference: JSON.parse(row?.inference ?? '{}') as InferenceSettings,
    pinned: pinned.map((pin) => pin.message_id),
  }
}
