import type { RunId } from '../../shared/ids.ts'
import { appendRunEvents } from './append-run-events.ts'
import type { Database } from './database.ts'
import { readRecentRuns } from './read-recent-runs.ts'
import { readRun } from './read-runs.ts'
import type { StorageOperations } from './storage-protocol.ts'

export function createRunOperations(database: Database): StorageOperations['runs'] {
  return {
    append: (runId, events, batchId) =>
      database.transaction(() => {
        if (isStored(database, runId, batchId)) return
        appendRunEvents(database, runId, events)
        database.run('update runs set last_batch = ? where run_id = ?', batchId, runId)
      }),
    get(runId) {
      const run = database.first<{ id: number }>(
        `select id from runs join conversations using (conversation_id) where run_id = ? and is_deleted = 0`,
        runId,
      )
      return run && readRun(database, run.id)
    },
    recent: (limit) => readRecentRuns(database, limit),
    endInterrupted: (at) =>
      database.transaction(() => {
        const open = database.all<{ id: number; run_id: RunId; started_at: number }>(
          'select id, run_id, started_at from runs where ended_at is null order by id',
        )
        return open.flatMap((run) => {
          // The clock may have been set back since: nothing ends before it began.
          const endedAt = Math.max(at, run.started_at)
          appendRunEvents(database, run.run_id, [{ type: 'run-ended', stop: { kind: 'interrupted' }, at: endedAt }])
          return readRun(database, run.id) ?? []
        })
      }),
  }
}

function isStored(database: Database, runId: RunId, batchId: string): boolean {
  const last = database.first<{ last_batch: string | null }>('select last_batch from runs where run_id = ?', runId)
  return last?.last_batch === batchId
}
