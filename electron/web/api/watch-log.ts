import type { RunLog } from './run-log.ts'

export type LogWatch = {
  /** Resolves once something was appended since the last call, or after so long without. Rejects when `gone` aborts. */
  wait(timeoutMs: number): Promise<'news' | 'nothing'>
  stop(): void
}

/** Lets one reader sleep until its log grows. */
export function watchLog(log: RunLog, gone: AbortSignal): LogWatch {
  let hasNews = false
  let wake = () => {}
  const onAbort = () => wake()
  gone.addEventListener('abort', onAbort, { once: true })
  const unsubscribe = log.onAppend(() => {
    hasNews = true
    wake()
  })
  return {
    async wait(timeoutMs) {
      if (!hasNews && !gone.aborted) {
        const woken = Promise.withResolvers<void>()
        wake = woken.resolve
        const timer = setTimeout(wake, timeoutMs)
        await woken.promise
        clearTimeout(timer)
      }
      gone.throwIfAborted()
      const outcome = hasNews ? 'news' : 'nothing'
      hasNews = false
      return outcome
    },
    stop() {
      unsubscribe()
      gone.removeEventListener('abort', onAbort)
    },
  }
}
