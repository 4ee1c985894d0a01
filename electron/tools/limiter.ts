import { AppError } from '../../shared/errors.ts'

/** Runs work when its turn comes. Aborting while it waits rejects with `CANCELLED` and takes no turn. */
export type Limiter = <Value>(work: () => Promise<Value>, signal: AbortSignal) => Promise<Value>

/** At most `limit` at once, first come first served. */
export function createLimiter(limit: number): Limiter {
  let running = 0
  const waiting: (() => void)[] = []

  function turn(signal: AbortSignal): Promise<void> {
    if (running < limit) {
      running++
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(new AppError('CANCELLED', 'Cancelled.'))
      }
      signal.addEventListener('abort', leave, { once: true })
      waiting.push(start)
    })
  }

  return async (work, signal) => {
    if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
    await turn(signal)
    try {
      return await work()
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
