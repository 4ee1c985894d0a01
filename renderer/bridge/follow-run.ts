import type { RunBatch } from '../../shared/ipc/contract.ts'
import type { RunId } from '../../shared/ids.ts'
import { applyRunEvent, type RunState } from '../../shared/run-events.ts'
import type { Client } from './client.ts'

export type RunFollower = {
  /** Attaches again, after the connection came back. */
  reattach(): void
  stop(): void
}

/**
 * Follows one run: attaches, folds its batches and reports every new state, until the run has ended or `stop`.
 *
 * A batch that is not the next one means events were lost: it is dropped, and attaching again brings a snapshot.
 * Each batch is acknowledged on the next frame, which is what paces the host. `onLost` is told when the host cannot
 * be asked for the run any more.
 */
export function followRun(
  { client, runId, nextFrame }: { client: Client; runId: RunId; nextFrame: (callback: () => void) => void },
  { onState, onLost }: { onState: (state: RunState) => void; onLost: (error: unknown) => Promise<void> },
): RunFollower {
  let state: RunState | undefined
  let lastSeq = 0
  let isStopped = false
  let isAttaching = false

  const unsubscribe = client.onPush('run.batch', (batch) => {
    if (batch.runId !== runId || isStopped) return
    const next = fold(batch)
    // A gap. The batch is not acknowledged: the host starts afresh with the new attachment.
    if (next === undefined) return isAttaching ? undefined : attach()
    isAttaching = false
    lastSeq = batch.seq
    state = next
    onState(next)
    nextFrame(() => acknowledge(batch.seq))
    if (next.stop !== null) stop()
  })

  function fold({ seq, content }: RunBatch): RunState | undefined {
    if (content.kind === 'snapshot') return content.state
    if (state === undefined || seq !== lastSeq + 1) return undefined
    return content.events.reduce(applyRunEvent, state)
  }

  function attach(): void {
    state = undefined
    isAttaching = true
    client
      .request('run.attach', { runId })
      .catch((error: unknown) => (isStopped ? undefined : onLost(error)))
      .catch((error: unknown) => console.error(`What became of run ${runId} could not be asked.`, error))
  }

  function acknowledge(seq: number): void {
    // A lost acknowledgement heals itself: the connection that lost it is gone, and the next one attaches again.
    client.request('run.acknowledge', { runId, seq }).catch(() => {})
  }

  function stop(): void {
    isStopped = true
    unsubscribe()
  }

  attach()
  return { reattach: () => !isStopped && attach(), stop }
}
