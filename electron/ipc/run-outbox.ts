import type { RunBatch } from '../../shared/ipc/contract.ts'
import { mergeRunEvent } from '../../shared/merge-run-events.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import type { LiveRun } from '../agent/run-registry.ts'

/** Past this many waiting events a snapshot is smaller than the list, and a stopped reader costs no more memory. */
const maxWaiting = 500

export type RunOutbox = {
  /** The reader has taken the batch with this number; the next one may go. */
  acknowledge(seq: number): void
  close(): void
}

/**
 * One reader's view of one run: at most one batch in flight, neighbouring deltas merged while it waits. The first
 * batch is a snapshot. A reader that never acknowledges gets nothing more, and holds no more than `maxWaiting` events.
 */
export function openRunOutbox(run: LiveRun, send: (batch: RunBatch) => void): RunOutbox {
  let seq = 0
  let inFlight: number | null = null
  let needsSnapshot = true
  let waiting: RunEvent[] = []

  function sendNext(): void {
    if (inFlight !== null || (!needsSnapshot && waiting.length === 0)) return
    const content: RunBatch['content'] = needsSnapshot
      ? { kind: 'snapshot', state: run.state() }
      : { kind: 'events', events: waiting }
    waiting = []
    needsSnapshot = false
    inFlight = ++seq
    send({ runId: run.runId, seq, content })
  }

  const unsubscribe = run.subscribe((events) => {
    if (!needsSnapshot) for (const event of events) mergeRunEvent(waiting, event)
    if (waiting.length > maxWaiting) {
      waiting = []
      needsSnapshot = true
    }
    sendNext()
  })
  sendNext()

  return {
    acknowledge(taken) {
      if (taken !== inFlight) return
      inFlight = null
      sendNext()
    },
    close: unsubscribe,
  }
}
