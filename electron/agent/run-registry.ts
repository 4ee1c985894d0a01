import { AppError, toWireError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { mergeRunEvent } from '../../shared/merge-run-events.ts'
import {
  applyRunEvent,
  startRunState,
  type RunEvent,
  type RunEventOf,
  type RunState,
  type RunStop,
} from '../../shared/run-events.ts'
import type { RunSink } from './ports.ts'

/** Told of a run's events in merged batches, right after `state` includes them. Must not block or throw. */
export type RunListener = (events: readonly RunEvent[], state: RunState) => void

export type LiveRun = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  /** All events so far, also those no listener was told yet. */
  state(): RunState
  /** Returns its own unsubscribe. */
  subscribe(listener: RunListener): () => void
  cancel(): void
  /** Resolves when the run has ended and all of it is stored. */
  readonly ended: Promise<RunStop>
}

export type RunRegistry = {
  /**
   * Starts a run; resolves once its user message is stored. One run per conversation: `RUN_ALREADY_ACTIVE`.
   * `work` gets the sink and the signal, and must emit `run-started` first and `run-ended` last.
   */
  start(run: NewRun, work: (emit: RunSink, signal: AbortSignal) => Promise<RunStop>): Promise<LiveRun>
  get(runId: RunId): LiveRun | undefined
  ofConversation(id: ConversationId): LiveRun | undefined
  /** Cancels every run and resolves when all are stored. */
  cancelAll(): Promise<void>
}

export type NewRun = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  /** Hears everything from the first event on. */
  readonly listener?: RunListener | undefined
}

export type RunStore = { append(runId: RunId, events: readonly RunEvent[]): Promise<void> }

/** A frame at 60 Hz: what listeners are told at most this often. */
const frameMs = 16
/** How much streamed text a power cut may cost. Whole messages and outcomes are stored at once. */
const saveDeltasMs = 200

/** How long an ended run can still be attached to, for a page that asks just after the end. */
const keepEndedMs = 60_000

/** The runs under way: their state, their listeners, and their way into the store. */
export function createRunRegistry(store: RunStore, logFailure: (error: unknown) => void): RunRegistry {
  const byRun = new Map<RunId, LiveRun>()
  const byConversation = new Map<ConversationId, LiveRun>()

  return {
    async start({ runId, conversationId, listener }, work) {
      if (byConversation.has(conversationId))
        throw new AppError('RUN_ALREADY_ACTIVE', 'This conversation is still being answered.', {
          hint: 'Wait for the answer or stop it first.',
        })
      const controller = new AbortController()
      const feed = createFeed(runId, store, logFailure)
      if (listener !== undefined) feed.subscribe(listener)
      const ended = Promise.resolve()
        .then(() => work((event) => feed.emit(event), controller.signal))
        .then(() => feed.ended)
        .finally(() => {
          byConversation.delete(conversationId)
          setTimeout(() => byRun.delete(runId), keepEndedMs).unref()
        })
      ended.catch(logFailure)
      const run: LiveRun = {
        runId,
        conversationId,
        state: () => feed.state(),
        subscribe: (added) => feed.subscribe(added),
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

/**
 * One run's events on their way out. Listeners hear at most once a frame; the store gets deltas five times a second
 * and everything else at once. `run-ended` reaches listeners only when all of the run is stored: an answer that is
 * shown as finished is on disk, and one that could not be stored ends as failed.
 */
function createFeed(runId: RunId, store: RunStore, logFailure: (error: unknown) => void) {
  const listeners = new Set<RunListener>()
  const started = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<RunStop>()
  let state: RunState | undefined
  let unheard: RunEvent[] = []
  let unsaved: RunEvent[] = []
  let frameTimer: NodeJS.Timeout | undefined
  let saveTimer: NodeJS.Timeout | undefined
  let lastSave: Promise<void> = Promise.resolve()

  function current(): RunState {
    if (state === undefined) throw new AppError('INTERNAL', 'A run was asked for its state before it started.')
    return state
  }

  function tell(): void {
    clearTimeout(frameTimer)
    frameTimer = undefined
    if (unheard.length === 0) return
    const events = unheard
    unheard = []
    for (const event of events) state = state === undefined ? startFrom(event) : applyRunEvent(state, event)
    for (const listener of listeners) listener(events, current())
  }

  /** Saves are made one after the other; what a failed one held goes with the next. */
  async function saveAfter(previous: Promise<void>): Promise<void> {
    await previous.catch(() => {})
    const events = unsaved
    if (events.length === 0) return
    unsaved = []
    try {
      await store.append(runId, events)
    } catch (error) {
      unsaved = [...events, ...unsaved]
      throw error
    }
  }

  function save(): Promise<void> {
    clearTimeout(saveTimer)
    saveTimer = undefined
    lastSave = saveAfter(lastSave)
    return lastSave
  }

  function saveSoon(): void {
    saveTimer ??= setTimeout(saveNow, saveDeltasMs)
  }

  function saveNow(): void {
    save().catch(logFailure)
  }

  async function finish(event: RunEventOf<'run-ended'>): Promise<void> {
    tell()
    const failure = await save().then(
      () => undefined,
      (error: unknown) => error,
    )
    if (failure !== undefined) logFailure(failure)
    const stop: RunStop = failure === undefined ? event.stop : { kind: 'failed', error: toWireError(failure) }
    unheard.push({ ...event, stop })
    tell()
    ended.resolve(stop)
  }

  function emit(event: RunEvent): void {
    mergeRunEvent(unsaved, event)
    if (event.type === 'run-ended') {
      finish(event).catch(ended.reject)
      return
    }
    mergeRunEvent(unheard, event)
    frameTimer ??= setTimeout(tell, frameMs)
    if (event.type === 'run-started') {
      tell()
      save().then(started.resolve, started.reject)
    } else if (isPiece(event)) saveSoon()
    else saveNow()
  }

  return {
    emit,
    state(): RunState {
      tell()
      return current()
    },
    subscribe(listener: RunListener): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    started: started.promise,
    ended: ended.promise,
  }
}

function startFrom(event: RunEvent): RunState {
  if (event.type !== 'run-started') throw new AppError('INTERNAL', `A run began with ${event.type}.`)
  return startRunState(event)
}

function isPiece(event: RunEvent): boolean {
  return (
    event.type === 'text-delta' ||
    event.type === 'reasoning-delta' ||
    event.type === 'tool-input-delta' ||
    event.type === 'tool-progress'
  )
}
