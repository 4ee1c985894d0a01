import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../agent/ports.ts'

/** Milliseconds since the epoch with a monotonic source, so that durations survive a clock that is set back. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(cancelled())
      const onAbort = () => {
        clearTimeout(timer)
        reject(cancelled())
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }, ms)
      signal.addEventListener('abort', onAbort, { once: true })
    }),
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'Cancelled.')
}
