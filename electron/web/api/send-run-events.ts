import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { RunId } from '../../../shared/ids.ts'
import { mergeRunEvent } from '../../../shared/merge-run-events.ts'
import type { RunEvent, RunState } from '../../../shared/run-events.ts'
import { formatEventId, type EventPosition } from './event-id.ts'
import type { EventKind } from './event-kinds.ts'
import { formatServerEvent } from './format-server-event.ts'
import type { LoggedEvent, RunLog } from './run-log.ts'
import { watchLog } from './watch-log.ts'

export type RunStream = {
  readonly runId: RunId
  readonly log: RunLog
  /** All events so far; when it returns, the log has heard of them too. */
  readonly state: () => RunState
  /** The last event the reader has. `snapshot`: it has none. */
  readonly from: number | 'snapshot'
  /** Undefined: all. */
  readonly kinds: ReadonlySet<EventKind> | undefined
}

export type StreamOptions = {
  /** Aborts when the reader may not go on. */
  readonly signal: AbortSignal
  readonly heartbeatMs: number
}

/** After which a browser’s `EventSource` comes back when the connection was cut. */
const reconnectAfterMs = 2_000

/**
 * Writes a run to a response as server-sent events until `run-ended`, and ends it. Nothing is written to a reader that
 * does not read: what happens meanwhile stays in the log, comes merged once it reads again, and as one `snapshot` when
 * the log no longer holds all of it. A reader that leaves ends this call and nothing else.
 */
export async function sendRunEvents(
  response: ServerResponse,
  stream: RunStream,
  { signal, heartbeatMs }: StreamOptions,
): Promise<void> {
  const gone = goneSignal(response, signal)
  const watch = watchLog(stream.log, gone)
  try {
    await write(response, `retry: ${reconnectAfterMs}\n\n`, gone)
    let position: number | 'snapshot' | 'end' = stream.from
    while (position !== 'end') {
      for (const step of nextSteps(stream, position)) {
        await write(response, step.text, gone)
        position = step.position
        // A tool’s result may be worked out again after the end; the stream is over with the end.
        if (position === 'end') break
      }
      if (position !== 'end' && (await watch.wait(heartbeatMs)) === 'nothing')
        await write(response, ': still here\n\n', gone)
    }
    response.end()
  } catch (error) {
    if (!gone.aborted) throw error
    response.destroy()
  } finally {
    watch.stop()
  }
}

/** A piece of the stream, and how far the reader has come with it. */
type Step = { readonly text: string; readonly position: EventPosition }

function* nextSteps(stream: RunStream, from: number | 'snapshot'): Generator<Step, void> {
  const logged = from === 'snapshot' ? null : stream.log.since(from)
  if (logged === null) return yield* snapshotSteps(stream)
  const wanted = mergeLogged(logged, stream.kinds)
  for (const { seq, event } of wanted) yield eventStep(stream, seq, event)
  const newest = logged.at(-1)
  // Past what was not wanted, too: a reader of rare events has missed nothing.
  if (newest !== undefined) yield { text: '', position: newest.seq }
}

/** The whole state, and the end where that has come: every stream ends with `run-ended`. */
function* snapshotSteps(stream: RunStream): Generator<Step, void> {
  const whole = stream.state()
  const { stop, endedAt, startedAt } = whole
  const position = stream.log.newest()
  const id = formatEventId(stream.runId, position)
  yield { position, text: formatServerEvent({ id, name: 'snapshot', data: whole }) }
  if (stop !== null) yield eventStep(stream, position, { type: 'run-ended', stop, at: endedAt ?? startedAt })
}

function eventStep({ runId }: RunStream, seq: number, event: RunEvent): Step {
  const position = event.type === 'run-ended' ? 'end' : seq
  return { position, text: formatServerEvent({ id: formatEventId(runId, position), name: event.type, data: event }) }
}

/** Only the kinds that are wanted, neighbours joined; each with the number of the newest event it holds. */
function mergeLogged(logged: readonly LoggedEvent[], kinds: RunStream['kinds']): LoggedEvent[] {
  const events: RunEvent[] = []
  const seqs: number[] = []
  for (const { seq, event } of logged) {
    if (kinds !== undefined && !kinds.has(event.type)) continue
    mergeRunEvent(events, event)
    seqs[events.length - 1] = seq
  }
  return events.map((event, index) => ({ event, seq: seqs[index] ?? 0 }))
}

/** Resolves when more may be written. Rejects when the reader is gone, also one that had stopped reading. */
async function write(response: ServerResponse, text: string, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted()
  if (text !== '' && !response.write(text)) await once(response, 'drain', { signal: gone })
}

function goneSignal(response: ServerResponse, signal: AbortSignal): AbortSignal {
  const left = new AbortController()
  // A reader that left while its run was looked up has closed already, and closes only once.
  if (response.destroyed) left.abort()
  else response.once('close', () => left.abort())
  return AbortSignal.any([left.signal, signal])
}
