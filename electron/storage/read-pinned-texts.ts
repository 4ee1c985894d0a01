import type { ConversationId } from '../../shared/ids.ts'
import { messageText } from '../../shared/messages.ts'
import type { Database } from './database.ts'
import { readRun } from './read-runs.ts'
import { readWishes } from './read-wishes.ts'

/**
 * What pinned messages say, word for word, oldest first. The search index knows which runs hold them, so that no other
 * run is read; a message without text is not in it, and has nothing to say. Its own copy of the text lacks the marks
 * that are search's, so the words come from the runs.
 */
export function readPinnedTexts(database: Database, id: ConversationId): readonly string[] {
  const pinned = new Set(readWishes(database, id).pinned)
  if (pinned.size === 0) return []
  const holding = database.all<{ run: number }>(
    `select distinct run from passages join pinned_messages using (conversation_id, message_id)
     where conversation_id = ? order by run`,
    id,
  )
  return holding
    .flatMap(({ run }) => readRun(database, run)?.messages ?? [])
    .filter((message) => pinned.has(message.id))
    .map(messageText)
}
