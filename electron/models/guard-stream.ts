import { AppError } from '../../shared/errors.ts'

/** Watches over one streamed answer. `close` must be called whatever happens; it also frees the connection. */
export type StreamGuard = {
  /** For the HTTP client: aborts when the caller does, when the stream stalls, and on `close`. */
  readonly signal: AbortSignal
  readonly hasStalled: boolean
  /** Settles as `work` does, or rejects as soon as `signal` aborts (with a `TimeoutError` when it stalled), for work that does not listen. */
  during<Value>(work: Promise<Value>): Promise<Value>
  /** Called for every event: the time allowed for silence starts again. */
  noteActivity(): void
  close(): void
}

/** Silence is noticed by looking now and then, so that an event costs no more than a mark; that late it may be. */
const looksPerTimeout = 10

/** @param stallTimeoutMs How much silence is a stall, to a tenth of it. The time a computer sleeps does not count. */
export function guardStream(callerSignal: AbortSignal, stallTimeoutMs: number): StreamGuard {
  const controller = new AbortController()
  const { signal } = controller
  let hasStalled = false
  let isActive = false
  let silentLooks = 0
  const abort = (): void => controller.abort()
  const timer = setInterval(() => {
    silentLooks = isActive ? 0 : silentLooks + 1
    isActive = false
    if (silentLooks < looksPerTimeout) return
    clearInterval(timer)
    hasStalled = true
    abort()
  }, stallTimeoutMs / looksPerTimeout)

  if (callerSignal.aborted) abort()
  else callerSignal.addEventListener('abort', abort, { once: true })

  return {
    signal,
    get hasStalled() {
      return hasStalled
    },
    during(work) {
      return new Promise((resolve, reject) => {
        const stop = (): void => reject(hasStalled ? timeout() : cancelled())
        if (signal.aborted) stop()
        else signal.addEventListener('abort', stop, { once: true })
        work.then(resolve, reject)
      })
    },
    noteActivity() {
      isActive = true
    },
    close() {
      clearInterval(timer)
      callerSignal.removeEventListener('abort', abort)
      abort()
    },
  }
}

/** The outcome of a stopped answer. Not a failure: it is shown as stopped, never as an error. */
export function cancelled(): AppError {
  return new AppError('CANCELLED', 'The answer was stopped.')
}

function timeout(): Error {
  const error = new Error('Nothing came in the time allowed.')
  error.name = 'TimeoutError'
  return error
}
