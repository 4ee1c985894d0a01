import type { ContentBlock, Message } from '../../shared/messages.ts'
import type { RunEvent, RunState, ToolCall } from '../../shared/run-events.ts'

/**
 * The shortest events that lead to a state: folding them gives it back. For readers that come late and want events
 * only. Made while it is read, so that the replay of a long run is never held as a whole.
 *
 * Order within the state is kept; where events of different kinds stood to each other is only as known as the state
 * tells: tools and model calls come after the messages.
 */
export function* replayRunState(state: RunState): Generator<RunEvent, void> {
  const { runId, conversationId, agentId, modelId, choice, startedAt: at } = state
  const [userMessage, ...replies] = state.messages
  if (userMessage === undefined) return
  const chosen = choice === undefined ? {} : { choice }
  yield { type: 'run-started', runId, conversationId, agentId, modelId, userMessage, ...chosen, at }
  for (const [index, reply] of replies.entries()) {
    yield* remarksBefore(state, index + 1)
    yield* replayMessage(reply, state.openMessageId === reply.id)
  }
  yield* remarksBefore(state, state.messages.length)
  for (const tool of Object.values(state.tools)) yield* replayTool(tool, state)
  for (const call of state.calls) yield { type: 'model-call-completed', call }
  const { pendingCall, retry } = state
  if (pendingCall !== null)
    yield { type: 'model-call-started', modelId: pendingCall.modelId, at: pendingCall.startedAt }
  if (retry !== null) yield { type: 'retry-scheduled', ...retry }
  if (state.stop !== null) yield { type: 'run-ended', stop: state.stop, at: state.endedAt ?? at }
}

/** What was noted while so many messages stood. */
function* remarksBefore(state: RunState, messagesBefore: number): Generator<RunEvent, void> {
  for (const { note, at, messagesBefore: stood } of state.notes ?? [])
    if (stood === messagesBefore) yield { type: 'run-noted', note, at }
  for (const { messagesBefore: stood, ...compaction } of state.compactions ?? [])
    if (stood === messagesBefore) yield { type: 'history-compacted', compaction }
}

function* replayMessage(message: Message, isOpen: boolean): Generator<RunEvent, void> {
  const { id: messageId, content, createdAt } = message
  yield { type: 'message-started', messageId, at: createdAt }
  for (const [index, block] of content.entries()) yield* replayBlock(block, { messageId, index })
  // Also for what deltas cannot carry: signatures, whole inputs.
  if (!isOpen) yield { type: 'message-completed', message }
}

function* replayBlock(
  block: ContentBlock,
  place: { readonly messageId: Message['id']; readonly index: number },
): Generator<RunEvent, void> {
  switch (block.type) {
    case 'text':
      yield { type: 'text-delta', ...place, text: block.text }
      return
    case 'reasoning':
      yield { type: 'reasoning-delta', ...place, text: block.text }
      return
    case 'tool-use':
      yield { type: 'tool-use-started', ...place, toolUseId: block.toolUseId, name: block.name }
      return
    case 'attachment':
      // Only people attach, and their message comes whole with the start.
      return
  }
}

function* replayTool(tool: ToolCall, state: RunState): Generator<RunEvent, void> {
  const { toolUseId, name, inputJson, title, input, consentWaitMs, refreshed } = tool
  const last = state.messages.at(-1)
  // A use that its message lost when it was completed is still known as a call. It names a place that does not exist.
  if (last !== undefined && !hasBlock(state, tool))
    yield { type: 'tool-use-started', messageId: last.id, index: last.content.length + 1, toolUseId, name }
  if (inputJson !== '') yield { type: 'tool-input-delta', toolUseId, json: inputJson }
  if (input !== undefined) yield { type: 'tool-prepared', toolUseId, title, input }
  if (consentWaitMs > 0) yield { type: 'consent-settled', toolUseId, waitedMs: consentWaitMs }
  yield* replayToolState(tool)
  if (refreshed !== undefined) yield { type: 'tool-refreshed', toolUseId, ...refreshed }
}

function* replayToolState({ toolUseId, state }: ToolCall): Generator<RunEvent, void> {
  switch (state.kind) {
    case 'preparing':
    case 'waiting':
      return
    case 'asking':
      yield { type: 'consent-requested', toolUseId, consentId: state.consentId }
      return
    case 'running':
      yield { type: 'tool-started', toolUseId, at: state.startedAt }
      if (state.progress !== undefined) yield { type: 'tool-progress', toolUseId, progress: state.progress }
      return
    case 'done':
      yield { type: 'tool-completed', toolUseId, outcome: state.outcome, durationMs: state.durationMs }
      return
  }
}

function hasBlock({ messages }: RunState, { toolUseId }: ToolCall): boolean {
  return messages.some(({ content }) =>
    content.some((block) => block.type === 'tool-use' && block.toolUseId === toolUseId),
  )
}
