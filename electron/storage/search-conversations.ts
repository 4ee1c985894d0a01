import type { ConversationSummary } from '../../shared/conversations.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { matchEnd, matchStart } from './match-marks.ts'
import type { Database } from './database.ts'
import { readSummary } from './read-summary.ts'
import { toMatchExpression } from './to-match-expression.ts'

/**
 * Conversations whose title or messages hold all the words, the last one maybe only begun. Title matches come
 * first, then the newest. Text without a single word finds nothing.
 */
export function searchConversations(database: Database, search: string, limit: number): readonly ConversationSummary[] {
  const expression = toMatchExpression(search)
  if (expression === null) return []
  // Of each conversation the title if it matches, else its newest matching message (bare columns go with the max).
  const found = database.all<{ conversation_id: ConversationId; id: number }>(
    `select conversation_id, id, max((message_id is null) * 1e15 + id) as best, message_id is null as is_title
     from passage_search
     join passages on passages.id = passage_search.rowid
     join conversations using (conversation_id)
     where passage_search match ? and is_deleted = 0
     group by conversation_id
     order by is_title desc, updated_at desc, conversation_id
     limit ?`,
    expression,
    limit,
  )
  return found.map((hit) => ({
    ...readSummary(database, hit.conversation_id),
    snippet: readSnippet(database, expression, hit.id),
  }))
}

const snippetWords = 16

function readSnippet(database: Database, expression: string, passage: number): string {
  const row = database.first<{ snippet: string }>(
    `select snippet(passage_search, 0, ?, ?, '…', ?) as snippet from passage_search
     where passage_search match ? and rowid = ?`,
    matchStart,
    matchEnd,
    snippetWords,
    expression,
    // FTS5 looks a row up by an integer only; a plain number is bound as a float and would match every row.
    BigInt(passage),
  )
  return row?.snippet ?? ''
}
