import { AppError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import { parseEventId, type EventPosition } from './event-id.ts'

/** The run a reader comes back to. `newest` is its log's, 0 when that is gone. */
export type ResumedRun = { readonly runId: RunId; readonly newest: number; readonly isOver: boolean }

/**
 * After which event a reader goes on. `snapshot`: nobody can tell it what it missed but by the whole state; `end`: it
 * has everything. `INVALID_REQUEST` for an id that this run never sent.
 */
export function resumeFrom(lastEventId: string | undefined, run: ResumedRun): EventPosition | 'snapshot' {
  if (lastEventId === undefined) return 'snapshot'
  const id = parseEventId(lastEventId)
  if (id === undefined) throw refused('This Last-Event-ID is none that was sent.')
  if (id.runId !== run.runId) throw refused('This Last-Event-ID belongs to another run.')
  const { position } = id
  if (run.isOver) return position === 'end' || position < run.newest ? position : 'snapshot'
  if (position === 'end' || position > run.newest) throw refused('This Last-Event-ID is none that was sent yet.')
  return position
}

function refused(message: string): AppError {
  return new AppError('INVALID_REQUEST', message, {
    hint: 'Send the id of the last event you got of this run, or no such header: the stream then begins with a snapshot.',
  })
}
