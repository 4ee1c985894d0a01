import { expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from './ports.ts'
import { waitForRetry } from './wait-for-retry.ts'

/** Sleeps only end by their signal. */
const endlessly: Clock = {
  now: () => 0,
  sleep: (_ms, signal) =>
    new Promise((_resolve, reject) => {
      const stop = () => reject(new AppError('CANCELLED', 'Cancelled.'))
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }),
}

function person() {
  const listeners = new Set<() => void>()
  return {
    listeners,
    onRetryNow: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

it('ends at once when a person does not want to wait, and listens no longer', async () => {
  const { listeners, onRetryNow } = person()
  const waiting = waitForRetry(20_000, new AbortController().signal, { clock: endlessly, onRetryNow })
  for (const listener of listeners) listener()
  await waiting
  expect(listeners.size).toBe(0)
})

it('is cancelled with the run, and listens no longer', async () => {
  const { listeners, onRetryNow } = person()
  const controller = new AbortController()
  const waiting = waitForRetry(20_000, controller.signal, { clock: endlessly, onRetryNow })
  controller.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(listeners.size).toBe(0)
})
