import { create } from 'zustand'
import type { Conversation } from '../../shared/conversations.ts'
import { toWireError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, ModelId, RunId, ToolUseId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { RunState } from '../../shared/run-events.ts'
import { client } from '../bridge/client.ts'
import { followRun, type RunFollower } from '../bridge/follow-run.ts'
import { nextFrame } from '../bridge/next-frame.ts'
import { failed, ready } from './loaded.ts'
import { withLoading, withReplacedRun, withRun, withRuns, withTool, type RunsState } from './runs-state.ts'

export const useRuns = create<RunsState>(() => ({ byId: {}, byConversation: {} }))

/** When this page last heard of a run that is under way. A pause of its answer can be seen from nothing else. */
export const useHeardAt = create<Readonly<Record<string, number>>>(() => ({}))

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
    for (const listener of loadListeners) listener(conversation)
    for (const run of conversation.runs) if (run.stop === null) follow(run)
  } catch (error) {
    useRuns.setState((state) => ({ byConversation: { ...state.byConversation, [conversationId]: failed(error) } }))
  }
}

/** Hears of each conversation as it is loaded: for what holds its other parts. Returns its own unsubscribe. */
export function onConversationLoaded(listener: (conversation: Conversation) => void): () => void {
  loadListeners.add(listener)
  return () => loadListeners.delete(listener)
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

/** Summarises what came before, as a run of its own. */
export async function compactConversation(choice: RunChoice): Promise<void> {
  const { runId } = await client().request('conversation.compact', choice)
  useRuns.setState((state) => withRun(state, choice.conversationId, runId))
  follow({ runId, conversationId: choice.conversationId })
}

/** Ends the pause before the next try. */
export async function retryNow(runId: RunId): Promise<void> {
  await client().request('run.retry-now', { runId })
}

/** Tells the automatic choice what the person would have chosen for a run. */
export async function overrideChoice(runId: RunId, tier: ModelTier): Promise<void> {
  await client().request('run.override-choice', { runId, tier })
}

/** Has a cached result worked out again. Throws the host's error. */
export async function refreshTool(runId: RunId, toolUseId: ToolUseId): Promise<void> {
  const tool = await client().request('tool.refresh', { runId, toolUseId })
  // A run that is over is not followed, so its event comes to nobody here.
  useRuns.setState((state) => withTool(state, runId, tool))
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

/** A conversation just made here: it has no runs, and there is nothing to ask the host for. */
export function beginRuns(conversationId: ConversationId): void {
  useRuns.setState((state) => ({ byConversation: { ...state.byConversation, [conversationId]: ready([]) } }))
}

const loadListeners = new Set<(conversation: Conversation) => void>()
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
    useHeardAt.setState({ [runId]: Date.now() })
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
