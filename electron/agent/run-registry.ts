import { AppError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunEvent, RunState, RunStop } from '../../shared/run-events.ts'
import type { RunSink } from './ports.ts'
import { createRunFeed } from './run-feed.ts'

/** Told of a run's events in merged batches, right after `state` includes them. Must not block or throw. */
export type RunListener = (events: readonly RunEvent[], state: RunState) => void

export type Subscription = {
  /** What the listener is told of; `run-ended` always. Absent: everything. */
  readonly kinds?: ReadonlySet<RunEvent['type']> | undefined
}

export type LiveRun = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  /** All events so far, also those no listener was told yet. */
  state(): RunState
  /** Returns its own unsubscribe. */
  subscribe(listener: RunListener, subscription?: Subscription): () => void
  /** Ends the pause before the next try of a model call, if there is one. */
  retryNow(): void
  cancel(): void
  /** Resolves when the run has ended and all of it is stored. */
  readonly ended: Promise<RunStop>
}

export type RunRegistry = {
  /**
   * Keeps a conversation for the run that is about to be started in it. `RUN_ALREADY_ACTIVE` while another runs or is
   * about to. Returns what gives it back; once the run has started that changes nothing.
   */
  reserve(id: ConversationId): () => void
  /**
   * Starts a run; resolves once its user message is stored. One run per conversation: `RUN_ALREADY_ACTIVE`.
   * `work` must emit `run-started` first and `run-ended` last.
   */
  start(run: NewRun, work: (emit: RunSink, controls: RunControls) => Promise<RunStop>): Promise<LiveRun>
  get(runId: RunId): LiveRun | undefined
  ofConversation(id: ConversationId): LiveRun | undefined
  /** Cancels every run and resolves when all are stored. */
  cancelAll(): Promise<void>
}

/** What a person does to a run from outside. */
export type RunControls = {
  readonly signal: AbortSignal
  /** Called when the next try shall not wait. Returns its own unsubscribe. */
  readonly onRetryNow: (listener: () => void) => () => void
}

export type NewRun = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  /** Hears everything from the first event on. */
  readonly listener?: RunListener | undefined
}

export type RunStore = { append(runId: RunId, events: readonly RunEvent[]): Promise<void> }

/** How long an ended run can still be attached to, for a page that asks just after the end. */
const keepEndedMs = 60_000

/** The runs under way: their state, their listeners, and their way into the store. */
export function createRunRegistry(store: RunStore, logFailure: (error: unknown) => void): RunRegistry {
  const byRun = new Map<RunId, LiveRun>()
  const byConversation = new Map<ConversationId, LiveRun>()
  const reserved = new Set<ConversationId>()

  function refuseSecond(id: ConversationId): void {
    if (byConversation.has(id))
      throw new AppError('RUN_ALREADY_ACTIVE', 'This conversation is still being answered.', {
        hint: 'Wait for the answer or stop it first.',
      })
  }

  return {
    reserve(id) {
      refuseSecond(id)
      if (reserved.has(id))
        throw new AppError('RUN_ALREADY_ACTIVE', 'Another answer in this conversation is just beginning.', {
          hint: 'Wait for it, or stop it first.',
        })
      reserved.add(id)
      return () => void reserved.delete(id)
    },
    async start({ runId, conversationId, listener }, work) {
      refuseSecond(conversationId)
      const controller = new AbortController()
      const impatient = new Set<() => void>()
      const onRetryNow = (added: () => void) => {
        impatient.add(added)
        return () => void impatient.delete(added)
      }
      const feed = createRunFeed(runId, store, logFailure)
      if (listener !== undefined) feed.subscribe(listener)
      const ended = Promise.resolve()
        .then(() => work(feed.emit, { signal: controller.signal, onRetryNow }))
        .then(() => feed.ended)
        .finally(() => {
          byConversation.delete(conversationId)
          setTimeout(() => byRun.delete(runId), keepEndedMs).unref()
        })
      ended.catch(logFailure)
      const run: LiveRun = {
        runId,
        conversationId,
        state: feed.state,
        subscribe: feed.subscribe,
        retryNow() {
          for (const stopWaiting of impatient) stopWaiting()
        },
        cancel: () => controller.abort(),
        ended,
      }
      byRun.set(runId, run)
      byConversation.set(conversationId, run)
      await feed.started.catch((error: unknown) => {
        // A message that could not be stored is not answered: nothing would be left of it.
        controller.abort()
        byRun.delete(runId)
        throw error
      })
      return run
    },
    get: (runId) => byRun.get(runId),
    ofConversation: (id) => byConversation.get(id),
    async cancelAll() {
      const runs = [...byConversation.values()]
      for (const run of runs) run.cancel()
      await Promise.allSettled(runs.map((run) => run.ended))
    },
  }
}
