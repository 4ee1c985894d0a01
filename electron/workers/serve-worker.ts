import { parentPort } from 'node:worker_threads'
import { toWireError } from '../../shared/errors.ts'
import type { WorkerMethods, WorkerReply, WorkerRequest } from './protocol.ts'

/**
 * The worker's side of a call: dispatches requests to `methods`, each with an abort signal and a progress callback.
 * Works in a thread, a child process and an Electron utility process alike.
 */
export function serveWorker<Methods extends WorkerMethods>(methods: {
  readonly [Name in keyof Methods]: (
    input: Methods[Name]['input'],
    call: { readonly signal: AbortSignal; readonly progress: (value: Methods[Name]['progress']) => void },
  ) => Promise<Methods[Name]['output']> | Methods[Name]['output']
}): void {
  const open = new Map<number, AbortController>()
  const reply = (message: WorkerReply) => post(message)

  listen((request) => {
    if (request.kind === 'cancel') {
      open.get(request.id)?.abort()
      return
    }
    const controller = new AbortController()
    open.set(request.id, controller)
    const method = methods[request.method as keyof Methods]
    Promise.resolve()
      .then(() =>
        method(request.input as Methods[keyof Methods]['input'], {
          signal: controller.signal,
          progress: (value) => reply({ kind: 'progress', id: request.id, value }),
        }),
      )
      .then(
        (value) => reply({ kind: 'value', id: request.id, value }),
        (error: unknown) =>
          reply({
            kind: 'error',
            id: request.id,
            error: toWireError(error),
            cause: String((error as Error)?.stack ?? error),
          }),
      )
      .finally(() => open.delete(request.id))
  })
}

type UtilityPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}
const utilityPort = (process as unknown as { parentPort?: UtilityPort }).parentPort

function post(message: unknown): void {
  if (parentPort !== null) parentPort.postMessage(message)
  else if (utilityPort !== undefined) utilityPort.postMessage(message)
  else process.send?.(message)
}

function listen(onRequest: (request: WorkerRequest) => void): void {
  if (parentPort !== null) parentPort.on('message', onRequest)
  else if (utilityPort !== undefined) utilityPort.on('message', (event) => onRequest(event.data as WorkerRequest))
  else {
    process.on('message', onRequest)
    // A worker never outlives the app, however the app ended.
    process.on('disconnect', () => process.exit(0))
  }
}
