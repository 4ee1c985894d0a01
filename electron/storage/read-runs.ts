import type { ConversationId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, type RunEvent, type RunState } from '../../shared/run-events.ts'
import type { Database } from './database.ts'

/** A conversation's runs, oldest first, without those a retry replaced. */
export function readRuns(database: Database, id: ConversationId): RunState[] {
  const rows = database.all<{ run: number; json: string }>(
    `select run, json from runs join run_events on run = runs.id
     where conversation_id = ? and is_superseded = 0 order by run, run_events.id`,
    id,
  )
  return [...Map.groupBy(rows, (row) => row.run).values()].flatMap((events) => foldRows(events) ?? [])
}

/** The newest of them; null when there is none. Found by index, however many there are. */
export function readLastRunId(database: Database, id: ConversationId): RunId | null {
  const last = database.first<{ run_id: RunId }>(
    'select run_id from runs where conversation_id = ? and is_superseded = 0 order by id desc limit 1',
    id,
  )
  return last?.run_id ?? null
}

/** One run as it is so far; undefined when it holds no events. */
export function readRun(database: Database, run: number): RunState | undefined {
  return foldRows(database.all<{ json: string }>('select json from run_events where run = ? order by id', run))
}

function foldRows(rows: readonly { readonly json: string }[]): RunState | undefined {
  return foldRunEvents(rows.map((row) => JSON.parse(row.json) as RunEvent))
}
