import type { Grant } from '../../shared/consent.ts'
import type { Conversation, ConversationSummary, FileChange } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, GrantId, ModelId, RunId, SnapshotId } from '../../shared/ids.ts'
import type { RunEvent, RunState } from '../../shared/run-events.ts'

/**
 * Everything kept, behind one worker thread that owns the SQLite file. A promise that resolved is on disk
 * (`synchronous=FULL`): kill -9 after it loses nothing.
 */
export type Storage = {
  readonly conversations: {
    list(options: {
      readonly search?: string | undefined
      readonly limit: number
    }): Promise<readonly ConversationSummary[]>
    create(conversation: {
      readonly id: ConversationId
      readonly agentId: AgentId
      readonly modelId: ModelId
      readonly at: number
    }): Promise<ConversationSummary>
    /** `NOT_FOUND` for an unknown or deleted one. */
    get(id: ConversationId): Promise<Conversation>
    rename(id: ConversationId, title: string): Promise<ConversationSummary>
    /** Only an untitled one changes: a name the person chose stays. */
    suggestTitle(id: ConversationId, title: string): Promise<ConversationSummary>
    /** Hides it; `restore` brings it back until `purgeDeleted`. */
    delete(id: ConversationId): Promise<void>
    restore(id: ConversationId): Promise<ConversationSummary>
    purgeDeleted(): Promise<void>
  }
  readonly runs: {
    /**
     * Appends a run's events in order. The first call of a run starts with `run-started`. Deltas may come merged;
     * once `message-completed` is stored the deltas it replaces need not be kept.
     */
    append(runId: RunId, events: readonly RunEvent[]): Promise<void>
    /** The run no longer belongs to its conversation (retried). Kept for usage and audit. */
    supersede(runId: RunId): Promise<void>
    /** Ends every run the last process left open, as `interrupted`. Returns them. */
    endInterrupted(at: number): Promise<readonly RunState[]>
  }
  readonly grants: {
    list(): Promise<readonly Grant[]>
    add(grant: Grant): Promise<void>
    countUse(id: GrantId): Promise<void>
    revoke(id: GrantId): Promise<void>
  }
  readonly changes: {
    add(change: FileChange): Promise<void>
    list(id: ConversationId): Promise<readonly FileChange[]>
    get(id: SnapshotId): Promise<FileChange>
    setState(id: SnapshotId, state: FileChange['state']): Promise<void>
  }
  readonly taint: {
    /** Labels by kind; adding twice is once. */
    add(id: ConversationId, kind: 'workspace' | 'foreign', label: string): Promise<void>
    list(id: ConversationId): Promise<readonly { readonly kind: 'workspace' | 'foreign'; readonly label: string }[]>
  }
  readonly audit: {
    /** Appends one entry to the hash chain and resolves when it is on disk. */
    append(entry: { readonly at: number; readonly kind: string; readonly detail: unknown }): Promise<void>
  }
  close(): Promise<void>
}
