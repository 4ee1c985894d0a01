import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { formatDuration } from '../ui/format.ts'

/** Where a tool use stands, in a word or two, and how it is drawn. */
export type ToolStatus = {
  readonly tone: 'busy' | 'asking' | 'success' | 'danger' | 'warning' | 'neutral'
  readonly words: string
}

/** `isLive` is whether its run still goes on: what had not ended when the run did never will. */
export function toolStatus(state: ToolCall['state'], isLive: boolean): ToolStatus {
  if (state.kind === 'done') return endedStatus(state.outcome.status, state.durationMs)
  if (!isLive) return { tone: 'neutral', words: 'Did not finish' }
  switch (state.kind) {
    case 'preparing':
      return { tone: 'busy', words: 'Preparing' }
    case 'waiting':
      return { tone: 'busy', words: 'Waiting' }
    case 'asking':
      return { tone: 'asking', words: 'Waiting for your answer' }
    case 'running':
      return { tone: 'busy', words: state.progress?.message ?? 'Running' }
  }
}

type Status = Extract<RunState['tools'][string]['state'], { kind: 'done' }>['outcome']['status']

function endedStatus(status: Status, durationMs: number): ToolStatus {
  switch (status) {
    case 'success':
      return { tone: 'success', words: formatDuration(durationMs) }
    case 'error':
      return { tone: 'danger', words: `Failed after ${formatDuration(durationMs)}` }
    case 'denied':
      return { tone: 'warning', words: 'You denied it' }
    case 'unanswered':
      return { tone: 'warning', words: 'Not answered' }
    case 'cancelled':
      return { tone: 'neutral', words: 'Cancelled' }
  }
}
