import type { ContextBreakdown } from '../../shared/prompt-cache.ts'
import type { RunState } from '../../shared/run-events.ts'
import { promptTokens } from '../../shared/usage.ts'

/** What a model's context holds now. */
export type ContextUse = {
  readonly tokens: number
  /** Not counted by an endpoint yet: nothing was asked since earlier messages were summarised. */
  readonly isEstimate: boolean
  /** Absent where it is not known what the tokens are made of. */
  readonly breakdown?: ContextBreakdown
}

/** By the last call that answered the person, or by the summary that came after it. null before the first counted call. */
export function contextUse(runs: readonly RunState[]): ContextUse | null {
  const call = runs
    .flatMap(({ calls }) => calls)
    .findLast(({ usage, purpose }) => usage !== null && promptTokens(usage) > 0 && purpose === undefined)
  const summary = runs.flatMap(({ compactions }) => compactions ?? []).at(-1)
  if (summary !== undefined && (call === undefined || summary.at > call.startedAt))
    return { tokens: summary.tokensAfter, isEstimate: true }
  if (call === undefined || call.usage === null) return null
  const { usage, context } = call
  return { tokens: promptTokens(usage), isEstimate: false, ...(context === undefined ? {} : { breakdown: context }) }
}
