import { mergeRunEvent } from '../../shared/merge-run-events.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import { replayRunState } from './replay-run-state.ts'
import type { LiveRun } from './run-registry.ts'

export type ReadRunOptions = {
  /** Only these kinds, and the two that always come: `run-started` and `run-ended`. All when left out. */
  readonly kinds?: ReadonlySet<RunEvent['type']>
  /** Aborting ends the iteration: the next read rejects with the signal's reason. The run goes on. */
  readonly signal?: AbortSignal
}

/** Past this many waiting events the run's state is shorter than the list, and a stopped reader costs no more memory. */
const maxWaiting = 500

/**
 * A run's events for code, whenever it begins to read: first the events that rebuild the state so far, then what
 * happens, up to `run-ended`. Neighbouring deltas arrive merged when the reader is slow. One that falls far behind
 * starts over: `run-started` comes again, and what came before it no longer counts. So folding the events since the
 * last `run-started` always gives the run's state.
 *
 * The agent never waits for a reader. Leaving the loop, or `return`, or aborting, unsubscribes.
 */
export function readRunEvents(run: LiveRun, options: ReadRunOptions = {}): AsyncIterable<RunEvent> {
  return { [Symbol.asyncIterator]: () => openIterator(run, options) }
}

function openIterator(run: LiveRun, { kinds, signal }: ReadRunOptions): AsyncIterator<RunEvent> {
  const reads: PromiseWithResolvers<IteratorResult<RunEvent>>[] = []
  const feed = openFeed(run, kinds, answerReads)
  let isOver = false

  function take(): IteratorResult<RunEvent> | undefined {
    if (isOver) return { done: true, value: undefined }
    const value = feed.take()
    if (value?.type === 'run-ended') close()
    return value === undefined ? undefined : { done: false, value }
  }

  /** In the order in which they were made. */
  function answerReads(): void {
    while (reads.length > 0) {
      const result = take()
      if (result === undefined) return
      reads.shift()?.resolve(result)
    }
  }

  function close(): void {
    isOver = true
    feed.close()
    signal?.removeEventListener('abort', onAbort)
  }

  function onAbort(): void {
    close()
    for (const read of reads.splice(0)) read.reject(signal?.reason)
  }

  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    async next() {
      if (signal?.aborted === true) {
        close()
        throw signal.reason
      }
      const read = Promise.withResolvers<IteratorResult<RunEvent>>()
      reads.push(read)
      answerReads()
      return read.promise
    },
    async return() {
      close()
      answerReads()
      return { done: true, value: undefined }
    },
    async throw(error: unknown) {
      close()
      answerReads()
      throw error
    },
  }
}

/** What a reader has not taken yet: a replay under way, then events that happened since. */
function openFeed(run: LiveRun, kinds: ReadRunOptions['kinds'], onEvents: () => void) {
  const isWanted = ({ type }: RunEvent) =>
    kinds === undefined || kinds.has(type) || type === 'run-started' || type === 'run-ended'
  let replay: Iterator<RunEvent> | undefined
  let waiting: RunEvent[] = []
  let startsOver = true

  function hear(events: readonly RunEvent[]): void {
    // The replay to come will hold them.
    if (startsOver) return
    for (const event of events) mergeRunEvent(waiting, event)
    if (waiting.length > maxWaiting) {
      waiting = []
      startsOver = true
    }
    onEvents()
  }

  function takeReplayed(): RunEvent | undefined {
    for (let next = replay?.next(); next?.done === false; next = replay?.next())
      if (isWanted(next.value)) return next.value
    replay = undefined
    return undefined
  }

  const unsubscribe = run.subscribe(hear, { kinds })
  return {
    take(): RunEvent | undefined {
      const replayed = takeReplayed()
      if (replayed !== undefined || !startsOver) return replayed ?? waiting.shift()
      // `state()` tells listeners what they have not heard, this one too: first the state, then live events.
      replay = replayRunState(run.state())
      startsOver = false
      return takeReplayed()
    },
    close(): void {
      unsubscribe()
      waiting = []
      replay = undefined
    },
  }
}
