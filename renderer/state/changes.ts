import { create } from 'zustand'
import type { FileChange } from '../../shared/conversations.ts'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'
import { client } from '../bridge/client.ts'
import { failed, ready, type Loaded } from './loaded.ts'

export type ChangesState = { readonly byConversation: Readonly<Record<string, Loaded<readonly FileChange[]>>> }

/** The files agents changed, per conversation that was looked at. */
export const useChanges = create<ChangesState>(() => ({ byConversation: {} }))

export async function loadChanges(conversationId: ConversationId): Promise<void> {
  const loaded = await client()
    .request('changes.list', { conversationId })
    .then(({ changes }) => ready(changes), failed)
  useChanges.setState((state) => ({ byConversation: { ...state.byConversation, [conversationId]: loaded } }))
}

/** Loads again what was looked at before and has changed. */
export function listenToChanges(): () => void {
  return client().onPush('changes.changed', async ({ conversationId }) => {
    if (useChanges.getState().byConversation[conversationId] !== undefined) await loadChanges(conversationId)
  })
}

/** Puts back what a tool changed. Throws `FILE_CHANGED` when the file is no longer what the tool left. */
export async function undoChange(snapshotId: SnapshotId): Promise<void> {
  const undone = await client().request('change.undo', { snapshotId })
  useChanges.setState((state) => withChange(state, undone))
}

/** Replaces one change by its newer state. */
export function withChange(state: ChangesState, changed: FileChange): ChangesState {
  const known = state.byConversation[changed.conversationId]
  if (known?.kind !== 'ready') return state
  const changes = known.value.map((change) => (change.snapshotId === changed.snapshotId ? changed : change))
  return { byConversation: { ...state.byConversation, [changed.conversationId]: ready(changes) } }
}
