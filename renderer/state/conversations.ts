import { create } from 'zustand'
import type { ConversationSummary } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, mapLoaded, ready, type Loaded } from './loaded.ts'

export type ConversationsState = {
  readonly list: Loaded<readonly ConversationSummary[]>
  readonly search: string
  /** The answer to `search`; null while nothing is searched. */
  readonly found: Loaded<readonly ConversationSummary[]> | null
}

export const useConversations = create<ConversationsState>(() => ({ list: loading, search: '', found: null }))

export async function loadConversations(): Promise<void> {
  const list = await client()
    .request('conversation.list', {})
    .then(({ conversations }) => ready(conversations), failed)
  useConversations.setState({ list })
}

/** Follows what the host says has changed. `onChanged` hears which conversations, after the list is new. */
export function listenToConversations(onChanged: (ids: readonly ConversationId[]) => void): () => void {
  return client().onPush('conversations.changed', async ({ conversationIds }) => {
    await loadConversations()
    onChanged(conversationIds)
  })
}

/** Searches titles and messages. Only the answer to the latest words is kept. */
export async function searchConversations(search: string): Promise<void> {
  const words = search.trim()
  useConversations.setState((state) => ({ search, found: words === '' ? null : (state.found ?? loading) }))
  if (words === '') return
  const found = await client()
    .request('conversation.list', { search: words })
    .then(({ conversations }) => ready(conversations), failed)
  useConversations.setState((state) => (state.search === search ? { found } : {}))
}

export async function createConversation(choice: {
  readonly agentId: AgentId
  readonly modelId: ModelId
}): Promise<ConversationId> {
  const summary = await client().request('conversation.create', choice)
  useConversations.setState((state) => withConversation(state, summary))
  return summary.id
}

export async function renameConversation(conversationId: ConversationId, title: string): Promise<void> {
  const summary = await client().request('conversation.rename', { conversationId, title })
  useConversations.setState((state) => withConversation(state, summary))
}

export async function deleteConversation(conversationId: ConversationId): Promise<void> {
  await client().request('conversation.delete', { conversationId })
  useConversations.setState((state) => withoutConversation(state, conversationId))
}

export async function restoreConversation(conversationId: ConversationId): Promise<void> {
  const summary = await client().request('conversation.restore', { conversationId })
  useConversations.setState((state) => withConversation(state, summary))
}

export function selectConversation(
  id: ConversationId | null,
): (state: ConversationsState) => ConversationSummary | undefined {
  return ({ list }) => (list.kind === 'ready' ? list.value.find((summary) => summary.id === id) : undefined)
}

/** Puts a summary in its place: latest change first. A found one keeps its snippet. */
export function withConversation(state: ConversationsState, summary: ConversationSummary): ConversationsState {
  const others = state.list.kind === 'ready' ? state.list.value.filter(({ id }) => id !== summary.id) : []
  const list = ready([summary, ...others].sort((a, b) => b.updatedAt - a.updatedAt))
  const update = (one: ConversationSummary) => (one.id === summary.id ? { ...summary, snippet: one.snippet } : one)
  return { ...state, list, found: state.found && mapLoaded(state.found, (all) => all.map(update)) }
}

export function withoutConversation(state: ConversationsState, id: ConversationId): ConversationsState {
  const without = (all: readonly ConversationSummary[]) => all.filter((summary) => summary.id !== id)
  return { ...state, list: mapLoaded(state.list, without), found: state.found && mapLoaded(state.found, without) }
}
