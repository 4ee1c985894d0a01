import type { RunId } from '../../../shared/ids.ts'

/** How far a reader has come: up to this event, or to the run's end. */
export type EventPosition = number | 'end'

/** What stands in `id:` and comes back as `Last-Event-ID`. It names the run, so that it cannot be used for another. */
export function formatEventId(runId: RunId, position: EventPosition): string {
  return `${runId}:${position}`
}

/** Undefined for what `formatEventId` never writes. */
export function parseEventId(text: string): { readonly runId: string; readonly position: EventPosition } | undefined {
  const [, runId, position] = /^(.+):(\d{1,15}|end)$/.exec(text) ?? []
  if (runId === undefined) return undefined
  return { runId, position: position === 'end' ? 'end' : Number(position) }
}
