import type { ConversationSummary } from '../../shared/conversations.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { noUsage } from '../../shared/usage.ts'
import { configureConversation } from './configure-conversation.ts'
import type { Database } from './database.ts'
import { indexTitle } from './index-passages.ts'
import { readPinnedTexts } from './read-pinned-texts.ts'
import { readLastRunId, readRuns } from './read-runs.ts'
import { readSummary } from './read-summary.ts'
import { readWishes } from './read-wishes.ts'
import { searchConversations } from './search-conversations.ts'
import type { StorageOperations } from './storage-protocol.ts'

export function createConversationOperations(database: Database): StorageOperations['conversations'] {
  const setTitle = (id: ConversationId, title: string): ConversationSummary =>
    database.transaction(() => {
      database.run('update conversations set title = ? where conversation_id = ?', title, id)
      indexTitle(database, id, title)
      return readSummary(database, id)
    })

  return {
    list: ({ search, limit }) =>
      search === undefined || search.trim() === ''
        ? listNewest(database, limit)
        : searchConversations(database, search, limit),
    create({ id, agentId, modelId, at }) {
      database.run(
        `insert into conversations (conversation_id, agent_id, model_id, created_at, updated_at, usage, cost)
         values (?, ?, ?, ?, ?, ?, ?)`,
        id,
        agentId,
        modelId,
        at,
        at,
        JSON.stringify(noUsage),
        JSON.stringify({ kind: 'free' }),
      )
      return readSummary(database, id)
    },
    get: (id) => ({
      summary: readSummary(database, id),
      runs: readRuns(database, id),
      ...readWishes(database, id),
    }),
    brief: (id) => ({
      summary: readSummary(database, id),
      lastRunId: readLastRunId(database, id),
      ...readWishes(database, id),
    }),
    configure: (id, choice) => database.transaction(() => configureConversation(database, id, choice)),
    pin(id, messageId, isPinned) {
      readSummary(database, id)
      const statement = isPinned
        ? 'insert or ignore into pinned_messages (conversation_id, message_id) values (?, ?)'
        : 'delete from pinned_messages where conversation_id = ? and message_id = ?'
      database.run(statement, id, messageId)
    },
    pinnedTexts: (id) => readPinnedTexts(database, id),
    rename(id, title) {
      readSummary(database, id)
      return setTitle(id, title)
    },
    suggestTitle(id, title) {
      const summary = readSummary(database, id)
      return summary.title === '' ? setTitle(id, title) : summary
    },
    delete(id) {
      readSummary(database, id)
      database.run('update conversations set is_deleted = 1 where conversation_id = ?', id)
    },
    restore(id) {
      database.run('update conversations set is_deleted = 0 where conversation_id = ?', id)
      return readSummary(database, id)
    },
    purgeDeleted: () => void database.run('delete from conversations where is_deleted = 1'),
  }
}

function listNewest(database: Database, limit: number): readonly ConversationSummary[] {
  return database
    .all<{ conversation_id: ConversationId }>(
      'select conversation_id from conversations where is_deleted = 0 order by updated_at desc, rowid desc limit ?',
      limit,
    )
    .map((row) => readSummary(database, row.conversation_id))
}
