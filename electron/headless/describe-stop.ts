import type { RunStop } from '../../shared/run-events.ts'

/** Why the answer is not whole, for the terminal; empty when it is. */
export function describeStop(stop: RunStop | null): string {
  switch (stop?.kind) {
    case 'completed':
      return ''
    case 'max-tokens':
      return 'The answer was cut off: it reached the most a model may write at once.'
    case 'turn-limit':
      return `Stopped after ${stop.turns} steps without an end. Ask for a smaller part.`
    case 'cancelled':
      return 'Stopped.'
    case 'refused':
      return stop.reason
    case 'failed':
      return stop.error.hint === undefined ? stop.error.message : `${stop.error.message} ${stop.error.hint}`
    case 'interrupted':
    case undefined:
      return 'The answer was interrupted.'
  }
}
