import { AppError, toWireError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
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
import type { RunListener, RunStore, Subscription } from './run-registry.ts'

/** What a run tells the rest of the app. */
export type RunFeed = {
  readonly emit: RunSink
  readonly state: () => RunState
  readonly subscribe: (listener: RunListener, subscription?: Subscription) => () => void
  /** Resolves once the first event is stored. */
  readonly started: Promise<void>
  /** Resolves when `run-ended` was told and all of the run is stored. */
  readonly ended: Promise<RunStop>
}

/** A frame at 60 Hz: what listeners are told at most this often. */
const frameMs = 16
/** How much streamed text a power cut may cost. Whole messages and outcomes are stored at once. */
const saveDeltasMs = 200

/**
 * One run's events on their way out. Listeners hear at most once a frame; the store gets deltas five times a second
 * and everything else at once. `run-ended` reaches listeners only when all of the run is stored: an answer that is
 * shown as finished is on disk, and one that could not be stored ends as failed.
 */
export function createRunFeed(runId: RunId, store: RunStore, logFailure: (error: unknown) => void): RunFeed {
  const listeners = new Set<{ readonly listener: RunListener; readonly subscription: Subscription }>()
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
    for (const { listener, subscription } of listeners) {
      const wanted = wantedOf(events, subscription)
      if (wanted.length > 0) listener(wanted, current())
    }
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
    state() {
      tell()
      return current()
    },
    subscribe(listener, subscription = {}) {
      const added = { listener, subscription }
      listeners.add(added)
      return () => void listeners.delete(added)
    },
    started: started.promise,
    ended: ended.promise,
  }
}

function wantedOf(events: readonly RunEvent[], { kinds }: Subscription): readonly RunEvent[] {
  return kinds === undefined ? events : events.filter(({ type }) => type === 'run-ended' || kinds.has(type))
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
