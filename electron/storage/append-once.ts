import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import type { Storage } from './storage.ts'

/** How often one append meets a worker that dies before it is given up. */
const maxAttempts = 3

/**
 * Appends that a worker's death neither loses nor doubles. Whether a worker that died had stored an append cannot be
 * known, so it is sent again under the same id, and the file remembers each run's last one. For that a run's appends
 * go one after the other; those of different runs do not wait for each other.
 *
 * Rejects with `WORKER_DIED` when `maxAttempts` workers in a row died under one append: only then its fate is unknown.
 */
export function appendOnce(
  send: (runId: RunId, events: readonly RunEvent[], batchId: string) => Promise<unknown>,
): Storage['runs']['append'] {
  const newest = new Map<RunId, Promise<void>>()
  return async (runId, events) => {
    const batchId = randomUUID()
    const stored = after(newest.get(runId), () => repeat(() => send(runId, events, batchId)))
    newest.set(runId, stored)
    try {
      await stored
    } finally {
      if (newest.get(runId) === stored) newest.delete(runId)
    }
  }
}

/** A failure of the previous one has been told to whoever asked for it. */
async function after(previous: Promise<void> | undefined, work: () => Promise<void>): Promise<void> {
  await previous?.catch(() => {})
  await work()
}

async function repeat(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      const isUnanswered = error instanceof AppError && error.code === 'WORKER_DIED'
      if (!isUnanswered || attempt === maxAttempts) throw error
    }
  }
}
