import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Database } from './database.ts'
import type { StorageOperations } from './storage-protocol.ts'

/** The audit log: each entry's hash covers the one before, so a changed, removed or inserted entry breaks the chain. */
export function createAuditOperations(database: Database): StorageOperations['audit'] {
  return {
    append({ at, kind, detail }) {
      database.transaction(() => {
        const last = database.first<{ seq: number; hash: string }>(
          'select seq, hash from audit order by seq desc limit 1',
        )
        const seq = (last?.seq ?? 0) + 1
        const hash = hashAuditEntry(last?.hash ?? '', { seq, at, kind, detail })
        database.run(
          'insert into audit (seq, at, kind, detail, hash) values (?, ?, ?, ?, ?)',
          seq,
          at,
          kind,
          canonicalJson(detail),
          hash,
        )
      })
    },
  }
}

/** Hex SHA-256 of the previous hash (empty for the first) followed by the entry's canonical JSON. */
export function hashAuditEntry(
  previousHash: string,
  entry: { readonly seq: number; readonly at: number; readonly kind: string; readonly detail: unknown },
): string {
  return createHash('sha256')
    .update(previousHash + canonicalJson(entry))
    .digest('hex')
}
