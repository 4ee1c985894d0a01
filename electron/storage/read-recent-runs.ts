import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import type { RunBrief } from './storage.ts'

type RunRow = {
  readonly run_id: RunId
  readonly conversation_id: ConversationId
  readonly started_at: number
  readonly ended_at: number | null
}

/** The newest runs of all conversations, without reading what happened in them. */
export function readRecentRuns(database: Database, limit: number): readonly RunBrief[] {
  return database
    .all<RunRow>(
      `select run_id, conversation_id, started_at, ended_at from runs join conversations using (conversation_id)
       where is_superseded = 0 and is_deleted = 0 order by id desc limit ?`,
      limit,
    )
    .map((row) => ({
      runId: row.run_id,
      conversationId: row.conversation_id,
      startedAt: row.started_at,
      endedAt: row.ended_at,
    }))
}
