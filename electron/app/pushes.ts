import type { PushEnvelope } from '../../shared/ipc/contract.ts'

/** What main tells every page. A listener that throws is logged and does not keep the others from hearing. */
export type Pushes = {
  send(push: PushEnvelope): void
  subscribe(listener: (push: PushEnvelope) => void): () => void
}

export function createPushes(logFailure: (error: unknown) => void): Pushes {
  const listeners = new Set<(push: PushEnvelope) => void>()
  return {
    send(push) {
      for (const listener of listeners)
        try {
          listener(push)
        } catch (error) {
          logFailure(error)
        }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
