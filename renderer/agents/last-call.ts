import type { ModelCall, RunState } from '../../shared/run-events.ts'
import { promptTokens } from '../../shared/usage.ts'

/**
 * The call whose prompt the next one will begin with: the last that answered the person and was read by the model. null when the
 * history was summarised since, which leaves nothing of it to read again.
 */
export function lastCallOf(runs: readonly RunState[]): ModelCall | null {
  const call = runs
    .flatMap(({ calls }) => calls)
    .findLast(({ usage, purpose }) => usage !== null && promptTokens(usage) > 0 && purpose === undefined)
  if (call === undefined) return null
  const isSummarised = runs.some(({ compactions }) => compactions?.some(({ at }) => at > call.startedAt))
  return isSummarised ? null : call
}
