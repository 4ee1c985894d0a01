import { AppError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunEvent, RunEventOf } from '../../shared/run-events.ts'
import type { Database } from './database.ts'
import { draftOf, dropDrafts, dropRewoundTools } from './drafts.ts'
import { indexMessage } from './index-passages.ts'
import { readRun } from './read-runs.ts'
import { recordModelCall } from './record-model-call.ts'

/** A run's row. */
type Run = { readonly id: number; readonly conversation_id: ConversationId }

/**
 * Stores events after those already there and does what each means for the rest: search, totals, state. Call it
 * inside a transaction. Its cost depends on the events given, not on what the conversation holds.
 *
 * Throws `NOT_FOUND` for a run that was never started, or whose conversation was purged.
 */
export function appendRunEvents(database: Database, runId: RunId, events: readonly RunEvent[]): void {
  const [first] = events
  if (first === undefined) return
  const run = first.type === 'run-started' ? startRun(database, first) : findRun(database, runId)
  for (const event of events) {
    database.run(
      'insert into run_events (run, draft_of, json) values (?, ?, ?)',
      run.id,
      draftOf(event),
      JSON.stringify(event),
    )
    apply(database, { ...run, runId }, event)
  }
}

function startRun(database: Database, event: RunEventOf<'run-started'>): Run {
  const changed = database.run(
    'update conversations set updated_at = ?, agent_id = ?, model_id = ? where conversation_id = ? and is_deleted = 0',
    event.at,
    event.agentId,
    event.modelId,
    event.conversationId,
  )
  if (changed === 0) throw new AppError('NOT_FOUND', 'The conversation this run belongs to is not there any more.')
  if (event.replaces !== undefined) supersede(database, event.replaces)
  database.run(
    'insert into runs (run_id, conversation_id, started_at) values (?, ?, ?)',
    event.runId,
    event.conversationId,
    event.at,
  )
  return findRun(database, event.runId)
}

/** In the same transaction as what replaces it: an answer is never gone, nor there twice. */
function supersede(database: Database, runId: RunId): void {
  database.run('update runs set is_superseded = 1 where run_id = ?', runId)
  // What is no longer shown is no longer found.
  database.run('delete from passages where run = (select id from runs where run_id = ?)', runId)
}

function findRun(database: Database, runId: RunId): Run {
  const run = database.first<Run>('select id, conversation_id from runs where run_id = ?', runId)
  if (run === undefined) throw new AppError('NOT_FOUND', `No run ${runId} was started.`)
  return run
}

function apply(database: Database, run: Run & { readonly runId: RunId }, event: RunEvent): void {
  const place = { conversationId: run.conversation_id, run: run.id }
  switch (event.type) {
    case 'run-started':
      return indexMessage(database, place, event.userMessage)
    case 'message-completed':
      dropDrafts(database, run.id, event)
      return indexMessage(database, place, event.message)
    case 'tool-completed':
      return dropDrafts(database, run.id, event)
    case 'message-rewound':
      return dropRewoundTools(database, run.id, event)
    case 'model-call-completed':
      return recordModelCall(database, { conversationId: run.conversation_id, runId: run.runId }, event.call)
    case 'run-ended':
      return endRun(database, run, event.at)
    case 'model-call-started':
    case 'run-noted':
    case 'history-compacted':
    case 'message-started':
    case 'text-delta':
    case 'reasoning-delta':
    case 'tool-use-started':
    case 'tool-input-delta':
    case 'retry-scheduled':
    case 'tool-prepared':
    case 'consent-requested':
    case 'consent-settled':
    case 'tool-started':
    case 'tool-progress':
    case 'tool-refreshed':
  }
}

function endRun(database: Database, run: Run, at: number): void {
  database.run('update runs set ended_at = ? where id = ?', at, run.id)
  database.run('update conversations set updated_at = ? where conversation_id = ?', at, run.conversation_id)
  const hasDrafts = database.first('select 1 from run_events where run = ? and draft_of is not null limit 1', run.id)
  if (hasDrafts === undefined) return
  // The last message was cut short and will never be completed: what there is of it is what can be found.
  for (const message of readRun(database, run.id)?.messages ?? []) {
    indexMessage(database, { conversationId: run.conversation_id, run: run.id }, message)
  }
}
