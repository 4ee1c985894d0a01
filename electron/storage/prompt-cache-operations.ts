import type { ConversationId, ModelId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import type { PromptCacheEntry, StoredLastCall } from './storage.ts'
import type { StorageOperations } from './storage-protocol.ts'

type EntryRow = Omit<PromptCacheEntry, 'isCounted' | 'lastUsedAt'> & {
  readonly is_counted: number
  readonly last_used_at: number | null
}
type LastCallRow = { readonly conversation_id: ConversationId; readonly at: number; readonly json: string }
/** As many as the planner remembers. */
const mostLastCalls = 64

type CalibrationRow = { readonly model_id: ModelId; readonly json: string }

export function createPromptCacheOperations(database: Database): StorageOperations['promptCache'] {
  return {
    load: () => ({
      entries: database.all<EntryRow>('select * from prompt_cache_entries order by last_used_at, digest').map(toEntry),
      calibrations: database
        .all<CalibrationRow>('select * from model_calibrations order by model_id')
        .map(({ model_id, json }) => ({ modelId: model_id, json })),
      lastCalls: database
        .all<LastCallRow>('select * from prompt_cache_last_calls order by at desc limit ?', mostLastCalls)
        .map(({ conversation_id, at, json }) => ({ conversationId: conversation_id, at, json })),
    }),
    save: ({ entries, calibration, lastCall }) =>
      database.transaction(() => {
        for (const entry of entries) saveEntry(database, entry)
        if (lastCall !== undefined) saveLastCall(database, lastCall)
        if (calibration === undefined) return
        database.run(
          'insert or replace into model_calibrations (model_id, json) values (?, ?)',
          calibration.modelId,
          calibration.json,
        )
      }),
    dropExpired: (before) =>
      void database.run('delete from prompt_cache_entries where last_used_at is null or last_used_at < ?', before),
  }
}

function toEntry({ digest, scope, ttl, tokens, is_counted, last_used_at }: EntryRow): PromptCacheEntry {
  return { digest, scope, ttl, tokens, isCounted: is_counted === 1, lastUsedAt: last_used_at }
}

function saveEntry(database: Database, entry: PromptCacheEntry): void {
  database.run(
    `insert or replace into prompt_cache_entries (digest, scope, ttl, tokens, is_counted, last_used_at)
     values (?, ?, ?, ?, ?, ?)`,
    entry.digest,
    entry.scope,
    entry.ttl,
    entry.tokens,
    Number(entry.isCounted),
    entry.lastUsedAt,
  )
}

/** One of a conversation that is gone meanwhile is of no use. */
function saveLastCall(database: Database, { conversationId, at, json }: StoredLastCall): void {
  database.run(
    `insert or replace into prompt_cache_last_calls (conversation_id, at, json)
     select conversation_id, ?, ? from conversations where conversation_id = ?`,
    at,
    json,
    conversationId,
  )
}
