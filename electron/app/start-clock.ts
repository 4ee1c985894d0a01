import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../agent/ports.ts'

/**
 * A clock for one piece of work: it starts at the computer's time of that moment and then runs by itself, so that setting
 * the computer's clock makes no duration in it negative or long.
 */
export function startClock(): Clock {
  const startedAt = Date.now() - performance.now()
  return { now: () => startedAt + performance.now(), sleep }
}

const sleep: Clock['sleep'] = (ms, signal) =>
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
  })

function cancelled(): AppError {
  return new AppError('CANCELLED', 'Cancelled.')
}
