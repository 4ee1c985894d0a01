import { AppError, toWireError } from '../../shared/errors.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { RunScope } from './ports.ts'

/** What a tool call that threw is told as: to the model, and on its card. */
export function outcomeOfError(error: unknown, scope: RunScope): ToolOutcome {
  if (scope.signal.aborted || (error instanceof AppError && error.code === 'CANCELLED'))
    return { status: 'cancelled', content: [{ type: 'text', text: 'The person stopped this call.' }] }
  const wire = toWireError(error)
  const text = wire.hint === undefined ? wire.message : `${wire.message} ${wire.hint}`
  return { status: 'error', content: [{ type: 'text', text }], error: wire }
}
