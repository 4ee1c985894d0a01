import type { RunState } from '../../shared/run-events.ts'

/** What a run is waiting for when nothing of it is moving on the screen; `undefined` when something is. */
export function workingLabel(run: RunState): string | undefined {
  if (run.stop !== null) return undefined
  const tools = Object.values(run.tools)
  if (tools.some(({ state }) => state.kind === 'asking')) return 'Waiting for your answer…'
  if (tools.some(({ state }) => state.kind === 'running' || state.kind === 'preparing')) return undefined
  const open = run.messages.find(({ id }) => id === run.openMessageId)
  if (open !== undefined && open.content.length > 0) return undefined
  // Nothing was asked where an answer goes on, or where earlier messages are summarised.
  const isQuestion = run.messages.length === 1 && run.messages.some(({ content }) => content.length > 0)
  return isQuestion ? 'Thinking…' : 'Working…'
}
