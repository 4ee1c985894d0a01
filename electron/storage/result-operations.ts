import type { Database } from './database.ts'
import type { StorageOperations } from './storage-protocol.ts'

type ResultRow = { readonly tool_name: string; readonly is_foreign: number; readonly text: string }

/** Long answers of tools, each readable in its own conversation only. */
export function createResultOperations(database: Database): StorageOperations['results'] {
  return {
    keep({ id, conversationId, toolName, isForeign, text }) {
      database.run(
        'insert into kept_results (result_id, conversation_id, tool_name, is_foreign, text) values (?, ?, ?, ?, ?)',
        id,
        conversationId,
        toolName,
        Number(isForeign),
        text,
      )
    },
    read(conversationId, id) {
      const row = database.first<ResultRow>(
        // The conversation is part of the question: a model that names another one's result is told it is unknown.
        'select tool_name, is_foreign, text from kept_results where result_id = ? and conversation_id = ?',
        id,
        conversationId,
      )
      return row && { toolName: row.tool_name, isForeign: row.is_foreign === 1, text: row.text }
    },
  }
}
