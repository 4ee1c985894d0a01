import { create } from 'zustand'
import type { Conversation } from '../../shared/conversations.ts'
import { toWireError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, ModelId, RunId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { client } from '../bridge/client.ts'
import { followRun, type RunFollower } from '../bridge/follow-run.ts'
import { nextFrame } from '../bridge/next-frame.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

export type RunsState = {
  readonly byId: Readonly<Record<string, RunState>>
  /** Which runs a conversation is made of, oldest first. A run under way may not have its state yet. */
  readonly byConversation: Readonly<Record<string, Loaded<readonly RunId[]>>>
}

export const useRuns = create<RunsState>(() => ({ byId: {}, byConversation: {} }))

/** Who answers, with what. */
export type RunChoice = {
  readonly conversationId: ConversationId
  readonly agentId: AgentId
  readonly modelId: ModelId
}

/** Loads a conversation's runs and follows the one under way. */
export async function loadRuns(conversationId: ConversationId): Promise<void> {
  useRuns.setState((state) => withLoading(state, conversationId))
  try {
    const conversation = await client().request('conversation.get', { conversationId })
    useRuns.setState((state) => withRuns(state, conversation, isFollowed))
    for (const run of conversation.runs) if (run.stop === null) follow(run)
  } catch (error) {
    useRuns.setState((state) => ({ byConversation: { ...state.byConversation, [conversationId]: failed(error) } }))
  }
}

export async function startRun(
  message: RunChoice & { readonly text: string; readonly attachments: readonly AttachmentBlock[] },
): Promise<void> {
  const { runId } = await client().request('run.start', { ...message, attachments: [...message.attachments] })
  useRuns.setState((state) => withRun(state, message.conversationId, runId))
  follow({ runId, conversationId: message.conversationId })
}

/** Answers the last message again, in place of the last run. */
export async function retryRun(choice: RunChoice): Promise<void> {
  const { runId } = await client().request('run.retry', choice)
  useRuns.setState((state) => withReplacedRun(state, choice.conversationId, runId))
  follow({ runId, conversationId: choice.conversationId })
}

/** Goes on where the last run had to stop. */
export async function continueRun(choice: RunChoice): Promise<void> {
  const { runId } = await client().request('run.continue', choice)
  useRuns.setState((state) => withRun(state, choice.conversationId, runId))
  follow({ runId, conversationId: choice.conversationId })
}

export async function cancelRun(runId: RunId): Promise<void> {
  await client().request('run.cancel', { runId })
}

/** After the connection was lost: every run that was followed is asked for again. */
export function reattachRuns(): void {
  unknownRuns.clear()
  for (const follower of followers.values()) follower.reattach()
}

/** Brings a conversation up to date when it changed elsewhere; one that is streaming here already is. */
export async function refreshRuns(conversationId: ConversationId): Promise<void> {
  const { byId, byConversation } = useRuns.getState()
  const loaded = byConversation[conversationId]
  if (loaded?.kind !== 'ready') return
  if (loaded.value.some((runId) => byId[runId] === undefined || isFollowed(runId))) return
  await loadRuns(conversationId)
}

export function withLoading(state: RunsState, conversationId: ConversationId): RunsState {
  if (state.byConversation[conversationId]?.kind === 'ready') return state
  return { ...state, byConversation: { ...state.byConversation, [conversationId]: loading } }
}

/** Takes over a loaded conversation. A run that is followed is newer here than in any answer. */
export function withRuns(
  state: RunsState,
  conversation: Conversation,
  isNewerHere: (runId: RunId) => boolean,
): RunsState {
  const byId = { ...state.byId }
  for (const run of conversation.runs)
    if (byId[run.runId] === undefined || !isNewerHere(run.runId)) byId[run.runId] = run
  const { id } = conversation.summary
  const answered = conversation.runs.map(({ runId }) => runId)
  // A run started while the answer was on its way is not in it.
  const started = knownRuns(state, id).filter((runId) => isNewerHere(runId) && !answered.includes(runId))
  return { byId, byConversation: { ...state.byConversation, [id]: ready([...answered, ...started]) } }
}

/** A conversation just made here: it has no runs, and there is nothing to ask the host for. */
export function beginRuns(conversationId: ConversationId): void {
  useRuns.setState((state) => ({ byConversation: { ...state.byConversation, [conversationId]: ready([]) } }))
}

/** Adds a run at the end. */
export function withRun(state: RunsState, conversationId: ConversationId, runId: RunId): RunsState {
  const known = knownRuns(state, conversationId)
  if (known.includes(runId)) return state
  return { ...state, byConversation: { ...state.byConversation, [conversationId]: ready([...known, runId]) } }
}

/** Puts a run in the place of the last one. */
export function withReplacedRun(state: RunsState, conversationId: ConversationId, runId: RunId): RunsState {
  const runIds = ready([...knownRuns(state, conversationId).slice(0, -1), runId])
  return { ...state, byConversation: { ...state.byConversation, [conversationId]: runIds } }
}

function knownRuns(state: RunsState, conversationId: ConversationId): readonly RunId[] {
  const loaded = state.byConversation[conversationId]
  return loaded?.kind === 'ready' ? loaded.value : []
}

const followers = new Map<RunId, RunFollower>()

function isFollowed(runId: RunId): boolean {
  return followers.has(runId)
}

/** Runs the host does not know, though it said they were under way: asked for once, not over and over. */
const unknownRuns = new Set<RunId>()

function follow({ runId, conversationId }: Pick<RunState, 'runId' | 'conversationId'>): void {
  if (followers.has(runId) || unknownRuns.has(runId)) return
  const onState = (run: RunState) => {
    useRuns.setState((state) => ({ byId: { ...state.byId, [runId]: run } }))
    if (run.stop !== null) followers.delete(runId)
  }
  const onLost = async (error: unknown) => {
    // The connection will be back, and `reattachRuns` with it.
    if (toWireError(error).code === 'HOST_UNREACHABLE') return
    followers.get(runId)?.stop()
    followers.delete(runId)
    unknownRuns.add(runId)
    await loadRuns(conversationId)
  }
  followers.set(runId, followRun({ client: client(), runId, nextFrame }, { onState, onLost }))
}
