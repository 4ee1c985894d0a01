import type { DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../../../shared/errors.ts'
import type { ToolProgress } from '../../../shared/run-events.ts'

const pollMs = 200

/** Does work on a connection that an abort interrupts, and reports how far DuckDB says it is. */
export async function interruptible<Value>(
  connection: DuckDBConnection,
  {
    signal,
    progress,
    message,
  }: { readonly signal: AbortSignal; readonly progress: (value: ToolProgress) => void; readonly message: string },
  work: () => Promise<Value>,
): Promise<Value> {
  if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
  // Asked again and again: an interrupt between two statements of the work is forgotten by the next one.
  let interrupting: NodeJS.Timeout | undefined
  const onAbort = () => {
    connection.interrupt()
    interrupting = setInterval(() => connection.interrupt(), pollMs)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  let last = 0
  const polling = setInterval(() => {
    const { percentage } = connection.progress
    if (percentage <= last) return
    last = percentage
    progress({ message, fraction: Math.min(1, percentage / 100) })
  }, pollMs)
  try {
    return await work()
  } finally {
    clearInterval(polling)
    clearInterval(interrupting)
    signal.removeEventListener('abort', onAbort)
  }
}
