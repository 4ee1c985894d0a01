import type { ErrorCode } from '../../shared/errors.ts'
import type { RunState } from '../../shared/run-events.ts'

/**
 * What `ask` ends with: 0 an answer, 2 bad usage, 3 a model or credential error or its refusal, 4 something was left
 * undone for want of an answer, 130 stopped with Ctrl+C as shells have it, 1 anything else.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130

export function exitCodeOfRun(run: RunState): ExitCode {
  switch (run.stop?.kind) {
    case 'failed':
      return run.stop.error.code === 'DISK_FULL' ? 1 : 3
    case 'refused':
      return 3
    case 'cancelled':
      return 130
    case 'completed':
    case 'max-tokens':
    case 'turn-limit':
      return isUnanswered(run) ? 4 : 0
    case 'interrupted':
    case undefined:
      return 1
  }
}

/** For what went wrong before there was a run. */
export function exitCodeOfError(code: ErrorCode): ExitCode {
  if (badUsage.has(code)) return 2
  return code.startsWith('MODEL_') || code.startsWith('CREDENTIALS_') ? 3 : 1
}

/** Mistakes in what was typed, found only once the app is open. */
const badUsage: ReadonlySet<ErrorCode> = new Set([
  'INVALID_REQUEST',
  'AGENT_UNKNOWN',
  'MODEL_NOT_FOUND',
  'FILE_NOT_FOUND',
  'FILE_PROTECTED',
])

function isUnanswered(run: RunState): boolean {
  return Object.values(run.tools).some(({ state }) => state.kind === 'done' && state.outcome.status === 'unanswered')
}
