import { AppError } from '../../../shared/errors.ts'
import { runEvent, type RunEvent } from '../../../shared/run-events.ts'

export type EventKind = RunEvent['type']

/** Every kind a run's events have. */
export const eventKinds: readonly EventKind[] = runEvent.options.map((option) => option.shape.type.value)

/** These come whatever was asked for: a reader must know where a run starts and that it is over. */
const always: readonly EventKind[] = ['run-started', 'run-ended']

/** Reads `?events=a,b`; undefined means all. `INVALID_REQUEST` names the kinds there are. */
export function parseEventKinds(text: string | undefined): ReadonlySet<EventKind> | undefined {
  if (text === undefined) return undefined
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !eventKinds.some((kind) => kind === name))
  if (unknown !== undefined)
    throw new AppError('INVALID_REQUEST', `There is no kind of event named “${unknown.slice(0, 100)}”.`, {
      hint: `Kinds: ${eventKinds.join(', ')}.`,
    })
  return new Set([...always, ...(names as EventKind[])])
}
