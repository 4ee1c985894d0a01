import type { FileChange } from '../../shared/conversations.ts'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'
import type { Snapshots } from '../sandbox/snapshots.ts'
import type { Storage } from '../storage/storage.ts'

/** What tools changed in files, and taking it back. */
export type Changes = {
  list(id: ConversationId): Promise<readonly FileChange[]>
  /** `FILE_CHANGED` when somebody changed the file since. */
  undo(id: SnapshotId): Promise<FileChange>
}

export function createChanges(deps: {
  readonly storage: Pick<Storage, 'changes'>
  readonly snapshots: Snapshots
  readonly onConversationChanged: (id: ConversationId) => void
}): Changes {
  return {
    list: (id) => deps.storage.changes.list(id),
    async undo(id) {
      const change = await deps.snapshots.undo(id)
      deps.onConversationChanged(change.conversationId)
      return change
    },
  }
}
