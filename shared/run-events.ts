import { errorCodes, wireError } from './errors.ts'
import { agentId, consentId, conversationId, messageId, modelId, runId, toolUseId } from './ids.ts'
import { message, type ContentBlock, type Message } from './messages.ts'
import { modelChoice } from './model-choice.ts'
import { cacheReport, contextBreakdown } from './prompt-cache.ts'
import { jsonValue, z } from './schema.ts'
import { toolOutcome } from './tool-results.ts'
import { cost, usage } from './usage.ts'

/** Why a run is over. Exactly one per run. Cancelling is its own outcome, never a failure. */
export const runStop = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed') }),
  /** The answer hit the output limit; the page offers to continue. */
  z.object({ kind: z.literal('max-tokens') }),
  z.object({ kind: z.literal('turn-limit'), turns: z.number().int() }),
  z.object({ kind: z.literal('cancelled') }),
  /** The app ended while it ran; found at the next start. */
  z.object({ kind: z.literal('interrupted') }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('failed'), error: wireError }),
])
export type RunStop = z.infer<typeof runStop>

/** One request to a model. Times in milliseconds; the endpoint's own latency where it reports one. */
export const modelCall = z.object({
  modelId,
  startedAt: z.number(),
  /** From sending the request to the first text, reasoning or tool-use delta. */
  timeToFirstTokenMs: z.number().nullable(),
  durationMs: z.number(),
  endpointLatencyMs: z.number().nullable(),
  usage: usage.nullable(),
  cost,
  stopReason: z.string().nullable(),
  /** Why it failed, if it did. */
  failure: z.enum(errorCodes).optional(),
  /** What it was for, when it did not answer the person. */
  purpose: z.enum(['compaction', 'self-check', 'priming']).optional(),
  /** Absent where the endpoint has no prompt cache, and when it never answered. */
  cache: cacheReport.optional(),
  context: contextBreakdown.optional(),
  /** Pauses of more than a second between two pieces of the answer. */
  gaps: z.object({ count: z.number().int().nonnegative(), longestMs: z.number() }).optional(),
})
export type ModelCall = z.infer<typeof modelCall>

export const toolProgress = z.object({
  message: z.string(),
  /** 0 to 1 where it is known. */
  fraction: z.number().min(0).max(1).optional(),
})
export type ToolProgress = z.infer<typeof toolProgress>

/** Something the person should know happened, though the run goes on. Each is one sentence in the page. */
export const runNote = z.discriminatedUnion('kind', [
  /** Settings changed in the page while the run was under way; from here on they hold. */
  z.object({ kind: z.literal('settings-changed'), changed: z.array(z.string()) }),
  /** Another region took over. Labels for the person. */
  z.object({ kind: z.literal('failover'), from: z.string(), to: z.string(), error: wireError }),
  /** A cheaper model's try was not good enough. */
  z.object({ kind: z.literal('escalated'), choice: modelChoice }),
  /** The stream broke and was taken up again where it stopped. */
  z.object({ kind: z.literal('resumed'), error: wireError }),
])
export type RunNote = z.infer<typeof runNote>

/** Earlier messages replaced by their summary, in what the model reads. The person still sees all of them. */
export const compaction = z.object({
  /** What the model reads in their place: the summary, pinned messages and open work, whole. */
  summary: z.string(),
  /** The first message it still reads as it was. */
  keptFrom: messageId,
  /** Of the prompt, estimated. */
  tokensBefore: z.number().int(),
  tokensAfter: z.number().int(),
  at: z.number(),
})
export type Compaction = z.infer<typeof compaction>

const delta = { messageId, index: z.number().int().nonnegative() }

/** Everything that happens in a run, in order. `index` is the block's place in its message's `content`. */
export const runEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run-started'),
    runId,
    conversationId,
    agentId,
    modelId,
    userMessage: message,
    /** When the model was chosen automatically. */
    choice: modelChoice.optional(),
    /** The run whose question is asked again: it leaves the conversation. */
    replaces: runId.optional(),
    at: z.number(),
  }),
  z.object({ type: z.literal('model-call-started'), modelId, at: z.number() }),
  z.object({ type: z.literal('run-noted'), note: runNote, at: z.number() }),
  z.object({ type: z.literal('history-compacted'), compaction }),
  z.object({ type: z.literal('message-started'), messageId, at: z.number() }),
  z.object({ type: z.literal('text-delta'), ...delta, text: z.string() }),
  z.object({ type: z.literal('reasoning-delta'), ...delta, text: z.string() }),
  z.object({ type: z.literal('tool-use-started'), ...delta, toolUseId, name: z.string() }),
  /** A piece of the input's JSON text, for showing long inputs as they arrive. */
  z.object({ type: z.literal('tool-input-delta'), toolUseId, json: z.string() }),
  /** A broken stream is taken up again: the open message keeps its first blocks only, and grows on from there. */
  z.object({ type: z.literal('message-rewound'), messageId, blocks: z.number().int().nonnegative() }),
  /** The whole message, replacing what the deltas built. A stopped message keeps what was streamed. */
  z.object({ type: z.literal('message-completed'), message }),
  z.object({ type: z.literal('model-call-completed'), call: modelCall }),
  z.object({
    type: z.literal('retry-scheduled'),
    attempt: z.number().int(),
    delayMs: z.number(),
    error: wireError,
    at: z.number(),
  }),
  z.object({ type: z.literal('tool-prepared'), toolUseId, title: z.string(), input: jsonValue }),
  z.object({ type: z.literal('consent-requested'), toolUseId, consentId }),
  z.object({ type: z.literal('consent-settled'), toolUseId, waitedMs: z.number() }),
  z.object({ type: z.literal('tool-started'), toolUseId, at: z.number() }),
  z.object({ type: z.literal('tool-progress'), toolUseId, progress: toolProgress }),
  z.object({ type: z.literal('tool-completed'), toolUseId, outcome: toolOutcome, durationMs: z.number() }),
  /** The person had a cached result worked out again. The model was told the first outcome. May come after the end. */
  z.object({
    type: z.literal('tool-refreshed'),
    toolUseId,
    outcome: toolOutcome,
    durationMs: z.number(),
    at: z.number(),
  }),
  z.object({ type: z.literal('run-ended'), stop: runStop, at: z.number() }),
])
export type RunEvent = z.infer<typeof runEvent>
export type RunEventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

export const toolCall = z.object({
  toolUseId,
  name: z.string(),
  /** One sentence for the card; empty until the input is whole. */
  title: z.string(),
  inputJson: z.string(),
  input: jsonValue.optional(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('preparing') }),
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('asking'), consentId }),
    z.object({ kind: z.literal('running'), startedAt: z.number(), progress: toolProgress.optional() }),
    z.object({ kind: z.literal('done'), outcome: toolOutcome, durationMs: z.number() }),
  ]),
  /** How long the person was waited for. */
  consentWaitMs: z.number(),
  refreshed: z.object({ outcome: toolOutcome, durationMs: z.number(), at: z.number() }).optional(),
})
export type ToolCall = z.infer<typeof toolCall>

/** A run as both sides hold it: the fold of its events. */
export const runState = z.object({
  runId,
  conversationId,
  agentId,
  /** What the person chose: a model, or an automatic entry. A call says which model it asked. */
  modelId,
  choice: modelChoice.optional(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** null while it runs. */
  stop: runStop.nullable(),
  /** The user's message first, then the assistant's in order. */
  messages: z.array(message),
  /** Ids of messages still open: their last block may grow. */
  openMessageId: messageId.nullable(),
  tools: z.record(z.string(), toolCall),
  calls: z.array(modelCall),
  /** A model call under way. */
  pendingCall: z.object({ modelId, startedAt: z.number() }).nullable(),
  retry: z.object({ attempt: z.number().int(), delayMs: z.number(), error: wireError, at: z.number() }).nullable(),
  /** Each with the number of messages that stood before it. Absent: none. */
  notes: z.array(z.object({ note: runNote, at: z.number(), messagesBefore: z.number().int() })).optional(),
  compactions: z.array(compaction.extend({ messagesBefore: z.number().int() })).optional(),
})
export type RunState = z.infer<typeof runState>

/** The first state, from a run's first event. */
export function startRunState(event: RunEventOf<'run-started'>): RunState {
  return {
    runId: event.runId,
    conversationId: event.conversationId,
    agentId: event.agentId,
    modelId: event.modelId,
    ...(event.choice === undefined ? {} : { choice: event.choice }),
    startedAt: event.at,
    endedAt: null,
    stop: null,
    messages: [event.userMessage],
    openMessageId: null,
    tools: {},
    calls: [],
    pendingCall: null,
    retry: null,
  }
}

/**
 * The one reducer both sides use. Pure: returns a new state and shares what did not change, so that the page can
 * compare by identity. Events that do not fit the state (a delta for a closed message) leave it as it is.
 */
export function applyRunEvent(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'run-started':
      return state
    case 'model-call-started':
      return { ...state, pendingCall: { modelId: event.modelId, startedAt: event.at }, retry: null }
    case 'message-started':
      return {
        ...state,
        openMessageId: event.messageId,
        messages: [...state.messages, { id: event.messageId, role: 'assistant', content: [], createdAt: event.at }],
      }
    case 'text-delta':
      return growBlock(state, event, (block) =>
        block === undefined
          ? { type: 'text', text: event.text }
          : block.type === 'text'
            ? { ...block, text: block.text + event.text }
            : undefined,
      )
    case 'reasoning-delta':
      return growBlock(state, event, (block) =>
        block === undefined
          ? { type: 'reasoning', text: event.text }
          : block.type === 'reasoning'
            ? { ...block, text: block.text + event.text }
            : undefined,
      )
    case 'tool-use-started':
      return addTool(
        growBlock(state, event, (block) =>
          block === undefined
            ? { type: 'tool-use', toolUseId: event.toolUseId, name: event.name, input: {} }
            : undefined,
        ),
        event,
      )
    case 'tool-input-delta':
      return changeTool(state, event.toolUseId, (tool) => ({ ...tool, inputJson: tool.inputJson + event.json }))
    case 'run-noted': {
      const noted = { note: event.note, at: event.at, messagesBefore: state.messages.length }
      return { ...state, notes: [...(state.notes ?? []), noted] }
    }
    case 'history-compacted': {
      const compacted = { ...event.compaction, messagesBefore: state.messages.length }
      return { ...state, compactions: [...(state.compactions ?? []), compacted] }
    }
    case 'message-rewound':
      return rewindMessage(state, event)
    case 'message-completed':
      return completeMessage(state, event.message)
    case 'model-call-completed':
      return { ...state, calls: [...state.calls, event.call], pendingCall: null }
    case 'retry-scheduled': {
      const { attempt, delayMs, error, at } = event
      return { ...state, retry: { attempt, delayMs, error, at } }
    }
    case 'tool-prepared':
      return changeTool(state, event.toolUseId, (tool) => ({
        ...tool,
        title: event.title,
        input: event.input,
        state: { kind: 'waiting' },
      }))
    case 'consent-requested':
      return changeTool(state, event.toolUseId, (tool) => ({
        ...tool,
        state: { kind: 'asking', consentId: event.consentId },
      }))
    case 'consent-settled':
      return changeTool(state, event.toolUseId, (tool) => ({
        ...tool,
        state: { kind: 'waiting' },
        consentWaitMs: tool.consentWaitMs + event.waitedMs,
      }))
    case 'tool-started':
      return changeTool(state, event.toolUseId, (tool) => ({
        ...tool,
        state: { kind: 'running', startedAt: event.at },
      }))
    case 'tool-progress':
      return changeTool(state, event.toolUseId, (tool) =>
        tool.state.kind === 'running' ? { ...tool, state: { ...tool.state, progress: event.progress } } : tool,
      )
    case 'tool-completed':
      return changeTool(state, event.toolUseId, (tool) => ({
        ...tool,
        state: { kind: 'done', outcome: event.outcome, durationMs: event.durationMs },
      }))
    case 'tool-refreshed': {
      const { outcome, durationMs, at } = event
      return changeTool(state, event.toolUseId, (tool) => ({ ...tool, refreshed: { outcome, durationMs, at } }))
    }
    case 'run-ended':
      return { ...state, stop: event.stop, endedAt: event.at, openMessageId: null, pendingCall: null, retry: null }
  }
}

/** Folds a whole list of events; the first must be `run-started`. */
export function foldRunEvents(events: readonly RunEvent[]): RunState | undefined {
  const [first, ...rest] = events
  if (first?.type !== 'run-started') return undefined
  return rest.reduce(applyRunEvent, startRunState(first))
}

function growBlock(
  state: RunState,
  at: { messageId: Message['id']; index: number },
  grow: (block: ContentBlock | undefined) => ContentBlock | undefined,
): RunState {
  const last = state.messages.length - 1
  const open = state.messages[last]
  if (open === undefined || open.id !== at.messageId || state.openMessageId !== at.messageId) return state
  if (at.index > open.content.length) return state
  const block = grow(open.content[at.index])
  if (block === undefined) return state
  const content = open.content.slice()
  content[at.index] = block
  const messages = state.messages.slice()
  messages[last] = { ...open, content }
  return { ...state, messages }
}

function addTool(state: RunState, event: RunEventOf<'tool-use-started'>): RunState {
  if (state.tools[event.toolUseId] !== undefined) return state
  const tool: ToolCall = {
    toolUseId: event.toolUseId,
    name: event.name,
    title: '',
    inputJson: '',
    state: { kind: 'preparing' },
    consentWaitMs: 0,
  }
  return { ...state, tools: { ...state.tools, [event.toolUseId]: tool } }
}

function changeTool(state: RunState, id: string, change: (tool: ToolCall) => ToolCall): RunState {
  const tool = state.tools[id]
  if (tool === undefined) return state
  const changed = change(tool)
  return changed === tool ? state : { ...state, tools: { ...state.tools, [id]: changed } }
}

/** The tools of dropped blocks go too: they were never asked for whole. */
function rewindMessage(state: RunState, { messageId: id, blocks }: RunEventOf<'message-rewound'>): RunState {
  const open = state.messages.at(-1)
  if (open === undefined || open.id !== id || state.openMessageId !== id) return state
  const dropped = open.content.slice(blocks).flatMap((block) => (block.type === 'tool-use' ? [block.toolUseId] : []))
  const tools = Object.fromEntries(Object.entries(state.tools).filter(([key]) => !dropped.some((gone) => gone === key)))
  const messages = [...state.messages.slice(0, -1), { ...open, content: open.content.slice(0, blocks) }]
  return { ...state, messages, tools }
}

function completeMessage(state: RunState, completed: Message): RunState {
  const at = state.messages.findIndex((m) => m.id === completed.id)
  if (at === -1) return state
  const messages = state.messages.slice()
  messages[at] = completed
  return { ...state, messages, openMessageId: state.openMessageId === completed.id ? null : state.openMessageId }
}
