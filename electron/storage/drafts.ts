import type { RunEvent, RunEventOf } from '../../shared/run-events.ts'
import type { Database } from './database.ts'
import { readRun } from './read-runs.ts'

/**
 * What an event is a draft of; null for one that stays. Drafts are kept so that nothing streamed is lost by a crash,
 * and dropped once what replaces them is stored, so that a conversation holds each text once.
 */
export function draftOf(event: RunEvent): string | null {
  if (event.type === 'text-delta' || event.type === 'reasoning-delta') return `message:${event.messageId}`
  if (event.type === 'tool-input-delta') return `input:${event.toolUseId}`
  if (event.type === 'tool-progress') return `progress:${event.toolUseId}`
  return null
}

/** Drops what a completed message or tool call replaces; folding what remains gives the same run. */
export function dropDrafts(
  database: Database,
  run: number,
  event: RunEventOf<'message-completed'> | RunEventOf<'tool-completed'>,
): void {
  if (event.type === 'tool-completed') return deleteDrafts(database, run, `progress:${event.toolUseId}`)
  deleteDrafts(database, run, `message:${event.message.id}`)
  for (const block of event.message.content) {
    if (block.type === 'tool-use') joinInput(database, run, `input:${block.toolUseId}`)
  }
}

/**
 * Drops the tool uses that a rewound message lost, as the fold has it. Blocks are counted to know which, and once the
 * text's drafts are gone they cannot be counted any more. Reads the whole run: streams break seldom.
 */
export function dropRewoundTools(database: Database, run: number, event: RunEventOf<'message-rewound'>): void {
  const tools = readRun(database, run)?.tools ?? {}
  const rows = database.all<{ id: number; json: string }>(
    `select id, json from run_events where run = ? and json ->> 'type' = 'tool-use-started'`,
    run,
  )
  for (const row of rows) {
    const started = JSON.parse(row.json) as RunEventOf<'tool-use-started'>
    if (started.messageId !== event.messageId || Object.hasOwn(tools, started.toolUseId)) continue
    database.run('delete from run_events where id = ?', row.id)
    deleteDrafts(database, run, `input:${started.toolUseId}`)
  }
}

function deleteDrafts(database: Database, run: number, draft: string): void {
  database.run('delete from run_events where run = ? and draft_of = ?', run, draft)
}

/** The input's text as the model wrote it stays on its card: its pieces become one. */
function joinInput(database: Database, run: number, draft: string): void {
  const rows = database.all<{ id: number; json: string }>(
    'select id, json from run_events where run = ? and draft_of = ? order by id',
    run,
    draft,
  )
  const [first] = rows
  if (first === undefined) return
  const pieces = rows.map((row) => JSON.parse(row.json) as RunEventOf<'tool-input-delta'>)
  const whole = { ...pieces[0], json: pieces.map((piece) => piece.json).join('') }
  database.run('update run_events set json = ?, draft_of = null where id = ?', JSON.stringify(whole), first.id)
  deleteDrafts(database, run, draft)
}
