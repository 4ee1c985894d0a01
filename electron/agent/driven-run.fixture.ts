import type { MessageId } from '../../shared/ids.ts'
import { applyRunEvent, runEvent, startRunState, type RunEvent, type RunState } from '../../shared/run-events.ts'
import type { LiveRun, RunListener, Subscription } from './run-registry.ts'

/** A run that is told what happens, event by event. */
export type DrivenRun = LiveRun & {
  happen(...events: readonly RunEvent[]): void
  /** Happens, but listeners are told only with the next `happen` or `state`, as between two frames. */
  happenUnheard(...events: readonly RunEvent[]): void
  listenerCount(): number
}

export function driveRun([first, ...rest]: readonly RunEvent[]): DrivenRun {
  if (first?.type !== 'run-started') throw new Error('A run starts with run-started.')
  const listeners = new Set<{ readonly listener: RunListener; readonly kinds: Subscription['kinds'] }>()
  let state: RunState = rest.reduce(applyRunEvent, startRunState(first))
  let unheard: RunEvent[] = []

  function tell(): void {
    const events = unheard
    unheard = []
    if (events.length === 0) return
    state = events.reduce(applyRunEvent, state)
    for (const { listener, kinds } of listeners) {
      const wanted = events.filter(({ type }) => kinds === undefined || kinds.has(type) || type === 'run-ended')
      if (wanted.length > 0) listener(wanted, state)
    }
  }

  return {
    runId: first.runId,
    conversationId: first.conversationId,
    state() {
      tell()
      return state
    },
    subscribe(listener, { kinds } = {}) {
      const added = { listener, kinds }
      listeners.add(added)
      return () => void listeners.delete(added)
    },
    cancel: () => {},
    retryNow: () => {},
    ended: new Promise(() => {}),
    happen(...events) {
      unheard.push(...events)
      tell()
    },
    happenUnheard: (...events) => void unheard.push(...events),
    listenerCount: () => listeners.size,
  }
}

export const startedEvent: RunEvent = runEvent.parse({
  type: 'run-started',
  runId: 'run_1',
  conversationId: 'conv_1',
  agentId: 'analyst',
  modelId: 'test:model',
  userMessage: { id: 'msg_user', role: 'user', content: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
  at: 1,
})

export function messageStarted(id: string): RunEvent {
  return { type: 'message-started', messageId: id as MessageId, at: 2 }
}

export function say(text: string, index = 0, id = 'msg_1'): RunEvent {
  return { type: 'text-delta', messageId: id as MessageId, index, text }
}

export const endedEvent: RunEvent = { type: 'run-ended', stop: { kind: 'completed' }, at: 99 }
