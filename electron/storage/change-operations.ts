import type { FileChange } from '../../shared/conversations.ts'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import type { StorageOperations } from './storage-protocol.ts'

type ChangeRow = {
  readonly snapshot_id: SnapshotId
  readonly conversation_id: ConversationId
  readonly path: string
  readonly tool_name: string
  readonly changed_at: number
  readonly is_new_file: number
  readonly state: FileChange['state']
}

export function createChangeOperations(database: Database): StorageOperations['changes'] {
  return {
    add(change) {
      database.run(
        'insert into changes (snapshot_id, conversation_id, path, tool_name, changed_at, is_new_file, state) values (?, ?, ?, ?, ?, ?, ?)',
        change.snapshotId,
        change.conversationId,
        change.path,
        change.toolName,
        change.changedAt,
        Number(change.isNewFile),
        change.state,
      )
    },
    list: (id) =>
      database.all<ChangeRow>('select * from changes where conversation_id = ? order by id', id).map(toFileChange),
    get(id) {
      const row = database.first<ChangeRow>('select * from changes where snapshot_id = ?', id)
      if (row === undefined) throw unknownChange()
      return toFileChange(row)
    },
    setState(id, state) {
      if (database.run('update changes set state = ? where snapshot_id = ?', state, id) === 0) throw unknownChange()
    },
  }
}

function unknownChange(): AppError {
  return new AppError('NOT_FOUND', 'That change is no longer recorded, so it cannot be undone here.')
}

function toFileChange(row: ChangeRow): FileChange {
  return {
    snapshotId: row.snapshot_id,
    conversationId: row.conversation_id,
    path: row.path,
    toolName: row.tool_name,
    changedAt: row.changed_at,
    isNewFile: row.is_new_file === 1,
    state: row.state,
  }
}
