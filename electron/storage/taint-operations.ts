import type { Database } from './database.ts'
import type { StorageOperations } from './storage-protocol.ts'

type TaintRow = { readonly kind: 'workspace' | 'foreign'; readonly label: string }

/** Where a conversation's content came from. Only ever grows while the conversation lives. */
export function createTaintOperations(database: Database): StorageOperations['taint'] {
  return {
    add(id, kind, label) {
      database.run('insert or ignore into taint (conversation_id, kind, label) values (?, ?, ?)', id, kind, label)
    },
    list: (id) =>
      database
        .all<TaintRow>('select kind, label from taint where conversation_id = ? order by rowid', id)
        .map(({ kind, label }) => ({ kind, label })),
  }
}
