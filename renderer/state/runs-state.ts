import type { Conversation } from '../../shared/conversations.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { loading, ready, type Loaded } from './loaded.ts'

export type RunsState = {
  readonly byId: Readonly<Record<string, RunState>>
  /** Which runs a conversation is made of, oldest first. A run under way may not have its state yet. */
  readonly byConversation: Readonly<Record<string, Loaded<readonly RunId[]>>>
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

/** Puts a tool call in the place of its earlier state. */
export function withTool(state: RunsState, runId: RunId, tool: ToolCall): RunsState {
  const run = state.byId[runId]
  if (run === undefined) return state
  const tools = { ...run.tools, [tool.toolUseId]: tool }
  return { ...state, byId: { ...state.byId, [runId]: { ...run, tools } } }
}

function knownRuns(state: RunsState, conversationId: ConversationId): readonly RunId[] {
  const loaded = state.byConversation[conversationId]
  return loaded?.kind === 'ready' ? loaded.value : []
}
