import type { Conversation, ConversationSummary } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, MessageId, ModelId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { RunRegistry } from '../agent/run-registry.ts'
import type { ConversationChoice, Storage } from '../storage/storage.ts'
import type { ConversationHistories } from './conversation-histories.ts'
import type { LiveConfigurations } from './live-configuration.ts'
import { newId } from './new-id.ts'

export type Conversations = {
  list(query: { readonly search?: string | undefined; readonly limit: number }): Promise<readonly ConversationSummary[]>
  create(choice: { readonly agentId: AgentId; readonly modelId: ModelId }): Promise<ConversationSummary>
  get(id: ConversationId): Promise<Conversation>
  rename(id: ConversationId, title: string): Promise<ConversationSummary>
  /** Holds from the next model call on, of a run under way too. Returns the settings that hold now. */
  configure(id: ConversationId, choice: ConversationChoice): Promise<{ readonly inference: InferenceSettings }>
  /** Compaction keeps a pinned message word for word, in a run under way too. */
  pin(id: ConversationId, messageId: MessageId, isPinned: boolean): Promise<void>
  delete(id: ConversationId): Promise<void>
  restore(id: ConversationId): Promise<ConversationSummary>
}

export type ConversationDependencies = {
  readonly storage: Pick<Storage, 'conversations'>
  readonly registry: Pick<RunRegistry, 'ofConversation'>
  readonly live: LiveConfigurations
  readonly histories: Pick<ConversationHistories, 'forget'>
  readonly onConversationChanged: (id: ConversationId) => void
}

/** What one is called before its first question names it: an empty name could be neither clicked nor read out. */
const untitled = 'New chat'

/** Stored conversations joined with the runs under way, whose newest words are not on disk yet. */
export function createConversations({
  storage,
  registry,
  live,
  histories,
  onConversationChanged,
}: ConversationDependencies): Conversations {
  const asShown = (summary: ConversationSummary): ConversationSummary => ({
    ...summary,
    title: summary.title || untitled,
    activeRunId: registry.ofConversation(summary.id)?.runId ?? null,
  })

  async function changed(work: Promise<ConversationSummary>): Promise<ConversationSummary> {
    const summary = asShown(await work)
    onConversationChanged(summary.id)
    return summary
  }

  return {
    list: async (query) => (await storage.conversations.list(query)).map(asShown),
    create: ({ agentId, modelId }) =>
      changed(storage.conversations.create({ id: newId<ConversationId>('conv'), agentId, modelId, at: Date.now() })),
    async get(id) {
      const { summary, runs, ...wishes } = await storage.conversations.get(id)
      const current = registry.ofConversation(id)?.state()
      return {
        ...wishes,
        summary: asShown(summary),
        runs: runs.map((run) => (current !== undefined && run.runId === current.runId ? current : run)),
      }
    },
    rename: (id, title) => changed(storage.conversations.rename(id, title)),
    async configure(id, choice) {
      await storage.conversations.configure(id, choice)
      // Stored first: a run that starts meanwhile finds the choice in one place or the other.
      live.set(id, choice)
      const { inference } = await storage.conversations.brief(id)
      onConversationChanged(id)
      return { inference }
    },
    async pin(id, messageId, isPinned) {
      await storage.conversations.pin(id, messageId, isPinned)
      live.set(id, { pinned: await storage.conversations.pinnedTexts(id) })
      onConversationChanged(id)
    },
    async delete(id) {
      // What is still being answered is stopped first: nothing may run for a chat that is gone.
      const run = registry.ofConversation(id)
      run?.cancel()
      await run?.ended
      await storage.conversations.delete(id)
      live.clear(id)
      histories.forget(id)
      onConversationChanged(id)
    },
    restore: (id) => changed(storage.conversations.restore(id)),
  }
}
