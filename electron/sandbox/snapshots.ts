import type { FileChange } from '../../shared/conversations.ts'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'

/** What files held before tools changed them. The bytes live in the data folder, the list in storage. */
export type Snapshots = {
  /** Called by `FileScope.write` before the rename. `before` is null for a new file. */
  keep(change: {
    readonly absolute: string
    readonly shown: string
    readonly before: Uint8Array | null
    readonly after: Uint8Array
    readonly conversationId: ConversationId
    readonly toolName: string
  }): Promise<SnapshotId>
  /** Puts the earlier content back, or removes a file that was new. `FILE_CHANGED` when somebody changed it since. */
  undo(id: SnapshotId): Promise<FileChange>
}
