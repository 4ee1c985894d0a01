import type { ConversationId } from '../../shared/ids.ts'
import { messageText, type Message } from '../../shared/messages.ts'
import { matchEnd, matchStart } from './match-marks.ts'
import type { Database } from './database.ts'

/** Makes a title findable. Call it inside the transaction that stores the title. */
export function indexTitle(database: Database, id: ConversationId, title: string): void {
  database.run('delete from passages where conversation_id = ? and message_id is null', id)
  if (title !== '') {
    database.run('insert into passages (conversation_id, text) values (?, ?)', id, withoutMarks(title))
  }
}

/** Makes a message's text findable, replacing what was indexed of it before. */
export function indexMessage(
  database: Database,
  at: { readonly conversationId: ConversationId; readonly run: number },
  message: Message,
): void {
  const text = withoutMarks(messageText(message))
  if (text === '') return
  database.run(
    `insert into passages (conversation_id, run, message_id, text) values (?, ?, ?, ?)
     on conflict (run, message_id) do update set text = excluded.text`,
    at.conversationId,
    at.run,
    message.id,
    text,
  )
}

/** Text that carries the marks itself could fake a match in a snippet. */
function withoutMarks(text: string): string {
  return text.replaceAll(matchStart, '').replaceAll(matchEnd, '')
}
