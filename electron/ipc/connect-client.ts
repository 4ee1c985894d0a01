import { AppError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { PushEnvelope, Reply } from '../../shared/ipc/contract.ts'
import type { App } from '../app/create-app.ts'
import { createDispatch } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import { openRunOutbox, type RunOutbox } from './run-outbox.ts'
import { openSessionProfiles } from './session-profiles.ts'

/** One page, whatever carries it: a window's channel or a socket. */
export type ClientSession = {
  handle(envelope: unknown): Promise<Reply<unknown>>
  /** The page is gone. Its runs go on. */
  close(): void
}

/** Connects a page to the app. `send` must not block; what it cannot deliver is the transport's to drop. */
export function connectClient(app: App, send: (push: PushEnvelope) => void): ClientSession {
  const outboxes = new Map<RunId, RunOutbox>()
  const stopPushes = app.onPush(send)
  const leave = app.audience.join()
  const profiles = openSessionProfiles(app.profiles, (payload) => send({ name: 'profile.progress', payload }))

  const runs = {
    attach(runId: RunId): void {
      const run = app.runs.get(runId)
      if (run === undefined)
        throw new AppError('NOT_FOUND', 'This answer is finished.', { hint: 'Open the conversation again.' })
      outboxes.get(runId)?.close()
      outboxes.set(
        runId,
        openRunOutbox(run, (payload) => send({ name: 'run.batch', payload })),
      )
    },
    detach(runId: RunId): void {
      outboxes.get(runId)?.close()
      outboxes.delete(runId)
    },
    acknowledge(runId: RunId, seq: number): void {
      outboxes.get(runId)?.acknowledge(seq)
    },
  }

  return {
    handle: createDispatch(createHandlers(app, runs, profiles), (request, error) =>
      app.log.write('error', `${request} failed`, error),
    ),
    close() {
      stopPushes()
      leave()
      profiles.close()
      for (const outbox of outboxes.values()) outbox.close()
      outboxes.clear()
    },
  }
}
