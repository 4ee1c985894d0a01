import type { Clock } from './ports.ts'

export type RetryPorts = {
  readonly clock: Clock
  /** A person does not want to wait for the next try. Returns its own unsubscribe. */
  readonly onRetryNow: (listener: () => void) => () => void
}

/** Resolves after the pause, or as soon as a person asks for the next try. Rejects with `CANCELLED` on abort. */
export async function waitForRetry(delayMs: number, signal: AbortSignal, ports: RetryPorts): Promise<void> {
  const impatience = new AbortController()
  const unsubscribe = ports.onRetryNow(() => impatience.abort())
  try {
    await ports.clock.sleep(delayMs, AbortSignal.any([signal, impatience.signal]))
  } catch (error) {
    if (signal.aborted || !impatience.signal.aborted) throw error
  } finally {
    unsubscribe()
  }
}
