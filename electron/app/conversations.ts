import type { Conversation, ConversationSummary } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import type { RunRegistry } from '../agent/run-registry.ts'
import type { Storage } from '../storage/storage.ts'
import { newId } from './new-id.ts'

export type Conversations = {
  list(query: { readonly search?: string | undefined; readonly limit: number }): Promise<readonly ConversationSummary[]>
  create(choice: { readonly agentId: AgentId; readonly modelId: ModelId }): Promise<ConversationSummary>
  get(id: ConversationId): Promise<Conversation>
  rename(id: ConversationId, title: string): Promise<ConversationSummary>
  delete(id: ConversationId): Promise<void>
  restore(id: ConversationId): Promise<ConversationSummary>
}

export type ConversationDependencies = {
  readonly storage: Pick<Storage, 'conversations'>
  readonly registry: RunRegistry
  readonly onConversationChanged: (id: ConversationId) => void
}

/** What one is called before its first question names it: an empty name could be neither clicked nor read out. */
const untitled = 'New chat'

/** Stored conversations joined with the runs under way, whose newest words are not on disk yet. */
export function createConversations({
  storage,
  registry,
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
      const { summary, runs } = await storage.conversations.get(id)
      const live = registry.ofConversation(id)
      const current = live?.state()
      return {
        summary: asShown(summary),
        runs: runs.map((run) => (current !== undefined && run.runId === current.runId ? current : run)),
      }
    },
    rename: (id, title) => changed(storage.conversations.rename(id, title)),
    async delete(id) {
      // What is still being answered is stopped first: nothing may run for a chat that is gone.
      const live = registry.ofConversation(id)
      live?.cancel()
      await live?.ended
      await storage.conversations.delete(id)
      onConversationChanged(id)
    },
    restore: (id) => changed(storage.conversations.restore(id)),
  }
}
