import type { ConversationId, RunId } from '../../shared/ids.ts'
import { appendRunEvents } from './append-run-events.ts'
import type { Database } from './database.ts'
import { readRun } from './read-runs.ts'
import type { StorageOperations } from './storage-protocol.ts'

export function createRunOperations(database: Database): StorageOperations['runs'] {
  return {
    append: (runId, events) => database.transaction(() => appendRunEvents(database, runId, events)),
    supersede: (runId) =>
      database.transaction(() => {
        database.run('update runs set is_superseded = 1 where run_id = ?', runId)
        // What is no longer shown is no longer found.
        database.run('delete from passages where run = (select id from runs where run_id = ?)', runId)
      }),
    endInterrupted: (at) =>
      database.transaction(() => {
        const open = database.all<{ id: number; run_id: RunId; conversation_id: ConversationId }>(
          'select id, run_id, conversation_id from runs where ended_at is null order by id',
        )
        return open.flatMap((run) => {
          appendRunEvents(database, run.run_id, [{ type: 'run-ended', stop: { kind: 'interrupted' }, at }])
          return readRun(database, run.id) ?? []
        })
      }),
  }
}
