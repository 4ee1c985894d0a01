import { AppError, fromWireError } from '../../shared/errors.ts'
import type { WorkerMethods, WorkerReply } from './protocol.ts'
import type { WorkerHandle } from './worker.ts'

export type CallOptions<Progress> = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((value: Progress) => void) | undefined
  /** How long after an abort the worker may take to stop by itself before it is killed. */
  readonly graceMs?: number | undefined
}

export type WorkerClient<Methods extends WorkerMethods> = {
  /** Rejects with the worker's `AppError`, `CANCELLED` on abort, `WORKER_DIED` when it ends under the call. */
  call<Name extends keyof Methods & string>(
    method: Name,
    input: Methods[Name]['input'],
    options?: CallOptions<Methods[Name]['progress']>,
  ): Promise<Methods[Name]['output']>
  /** Ends the worker; calls under way reject with `WORKER_DIED`. The next call starts a new one. */
  close(): void
}

type Pending = {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((value: unknown) => void) | undefined
}

/** Calls into a worker that is started by the first call and again after it died. */
export function callWorker<Methods extends WorkerMethods>(spawn: () => WorkerHandle): WorkerClient<Methods> {
  let worker: WorkerHandle | undefined
  let nextId = 1
  const pending = new Map<number, Pending>()

  function running(): WorkerHandle {
    if (worker !== undefined) return worker
    const started = spawn()
    started.onMessage((message) => settle(message as WorkerReply))
    started.onExit((reason) => {
      if (worker !== started) return
      worker = undefined
      failAll(reason)
    })
    worker = started
    return started
  }

  function settle(reply: WorkerReply): void {
    const call = pending.get(reply.id)
    if (call === undefined) return
    if (reply.kind === 'progress') return call.onProgress?.(reply.value)
    pending.delete(reply.id)
    if (reply.kind === 'value') call.resolve(reply.value)
    else call.reject(Object.assign(fromWireError(reply.error), { cause: reply.cause }))
  }

  function failAll(reason: string): void {
    const calls = [...pending.values()]
    pending.clear()
    for (const call of calls)
      call.reject(
        new AppError('WORKER_DIED', `A helper process of the app ended unexpectedly (${reason}).`, {
          retryable: true,
          hint: 'Try again; it starts by itself.',
        }),
      )
  }

  function kill(): void {
    const dying = worker
    worker = undefined
    dying?.kill()
    failAll('closed')
  }

  return {
    async call(method, input, options = {}) {
      const { signal, onProgress, graceMs = 2000 } = options
      if (signal?.aborted) throw new AppError('CANCELLED', 'Cancelled.')
      const handle = running()
      const id = nextId++
      let killTimer: NodeJS.Timeout | undefined
      const onAbort = () => {
        handle.post({ kind: 'cancel', id })
        killTimer = setTimeout(() => pending.has(id) && worker === handle && kill(), graceMs)
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      try {
        return await new Promise((resolve, reject) => {
          pending.set(id, { resolve, reject, onProgress })
          handle.post({ kind: 'call', id, method, input })
        })
      } catch (error) {
        if (signal?.aborted) throw new AppError('CANCELLED', 'Cancelled.', { cause: error })
        throw error
      } finally {
        clearTimeout(killTimer)
        signal?.removeEventListener('abort', onAbort)
      }
    },
    close: kill,
  }
}
