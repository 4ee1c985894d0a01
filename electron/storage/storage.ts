import type { Grant } from '../../shared/consent.ts'
import type { AgentUsage, Conversation, ConversationSummary, FileChange } from '../../shared/conversations.ts'
import type {
  AgentId,
  ConversationId,
  GrantId,
  MessageId,
  ModelId,
  ResultId,
  RunId,
  SnapshotId,
} from '../../shared/ids.ts'
import type { CacheLifetime, InferenceSettings } from '../../shared/inference.ts'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { ModelCall, RunEvent, RunState } from '../../shared/run-events.ts'
import type { JsonValue } from '../../shared/schema.ts'

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
    /** What a turn starts from, without its runs: costs the same however long the conversation is. `NOT_FOUND`. */
    brief(id: ConversationId): Promise<ConversationBrief>
    /** What is left out stays; `inference` replaces the settings as a whole. `NOT_FOUND`. */
    configure(id: ConversationId, choice: ConversationChoice): Promise<void>
    /** Pinning twice is once. `NOT_FOUND` for the conversation; whether it holds the message is not looked up. */
    pin(id: ConversationId, messageId: MessageId, isPinned: boolean): Promise<void>
    /** The words of pinned messages, oldest message first. Reads only the runs that hold one. */
    pinnedTexts(id: ConversationId): Promise<readonly string[]>
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
     * Appends a run's events in order. The first call of a run starts with `run-started`; the run it `replaces` then no
     * longer belongs to the conversation, and is kept for usage and audit. Deltas may come merged;
     * once `message-completed` is stored the deltas it replaces need not be kept. `tool-refreshed` may follow the end.
     *
     * Events are stored once and whole, or not at all, also when the worker dies before it could answer.
     */
    append(runId: RunId, events: readonly RunEvent[]): Promise<void>
    /** Also one that a retry replaced. undefined for an unknown one, and once its conversation is deleted. */
    get(runId: RunId): Promise<RunState | undefined>
    /** Of all conversations that are not deleted, newest first, without those a retry replaced. */
    recent(limit: number): Promise<readonly RunBrief[]>
    /** Ends every run the last process left open, as `interrupted`. Returns them. */
    endInterrupted(at: number): Promise<readonly RunState[]>
  }
  readonly usage: {
    /** Every call ever made, those of deleted conversations too, by the agent's id. */
    byAgent(): Promise<readonly AgentUsage[]>
    /** A call outside any conversation. Calls of a run are entered with its events. */
    recordCall(entry: { readonly agentId: AgentId; readonly call: ModelCall }): Promise<void>
  }
  /** Answers of tools kept out of the prompt. They go with their conversation. */
  readonly results: {
    keep(result: KeptResult & { readonly id: ResultId; readonly conversationId: ConversationId }): Promise<void>
    /** undefined for an unknown one, and for one of another conversation. */
    read(conversationId: ConversationId, id: ResultId): Promise<KeptResult | undefined>
  }
  /** What is known of the service's prompt cache, so that predictions hold across a restart. */
  readonly promptCache: {
    load(): Promise<{
      readonly entries: readonly PromptCacheEntry[]
      readonly calibrations: readonly ModelCalibration[]
      /** Of the conversations used last, newest first. */
      readonly lastCalls: readonly StoredLastCall[]
    }>
    /** Entries replace those of the same digest, the calibration that of the same model. */
    save(known: {
      readonly entries: readonly PromptCacheEntry[]
      readonly calibration?: ModelCalibration | undefined
      readonly lastCall?: StoredLastCall | undefined
    }): Promise<void>
    /** Drops entries last used before this time, and those the service does not hold. */
    dropExpired(before: number): Promise<void>
  }
  readonly choices: {
    addOverride(override: ChoiceOverride): Promise<void>
    /** The newest 200, newest first. */
    overrides(): Promise<readonly ChoiceOverride[]>
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

export type ConversationBrief = Pick<Conversation, 'summary' | 'inference' | 'pinned'> & {
  /** The newest run that no retry replaced; null before the first question. */
  readonly lastRunId: RunId | null
}

export type ConversationChoice = {
  readonly modelId?: ModelId | undefined
  readonly inference?: InferenceSettings | undefined
}

export type RunBrief = Pick<RunState, 'runId' | 'conversationId' | 'startedAt' | 'endedAt'>

export type KeptResult = {
  readonly toolName: string
  /** Whether its words came from outside the folder that was open. */
  readonly isForeign: boolean
  readonly text: string
}

export type PromptCacheEntry = {
  /** Of the whole prefix; unique among all scopes. */
  readonly digest: string
  /** Whose cache it is in: account, region and model, as the planner writes it. */
  readonly scope: string
  readonly ttl: CacheLifetime
  readonly tokens: number
  /** Whether `tokens` is the service's own count. */
  readonly isCounted: boolean
  /** Milliseconds since the epoch; null when the service does not hold it, only its size is known. */
  readonly lastUsedAt: number | null
}

/** `json` is the planner's own: digests and counts, nothing of the conversation's words. */
export type StoredLastCall = { readonly conversationId: ConversationId; readonly at: number; readonly json: string }

/** `json` is the estimator's own. */
export type ModelCalibration = { readonly modelId: ModelId; readonly json: string }

export type ChoiceOverride = {
  readonly at: number
  readonly from: ModelTier
  readonly to: ModelTier
  /** What the scorer saw: numbers and names, nothing of the conversation's words. */
  readonly features: JsonValue
}
