import type { ToolCall } from '../../shared/run-events.ts'
import type { CachedResult, ToolOutcome } from '../../shared/tool-results.ts'
import { formatCount, formatDuration, formatTime } from '../ui/format.ts'
import { compareOutcomes } from './compare-outcomes.ts'

/** "Unchanged since 14:02 · saved 1.2 s, about 3.4k tokens" */
export function cachedWords({ storedAt, savedMs, savedTokens }: CachedResult): string {
  const tokens = savedTokens === 0 ? '' : `, about ${formatCount(savedTokens)} tokens`
  return `Unchanged since ${formatTime(storedAt)} · saved ${formatDuration(savedMs)}${tokens}`
}

/** What came of working a cached result out again, and that the agent does not know of it. */
export function refreshedWords(earlier: ToolOutcome, refreshed: NonNullable<ToolCall['refreshed']>): string {
  const took = `Worked out again at ${formatTime(refreshed.at)} in ${formatDuration(refreshed.durationMs)}`
  switch (compareOutcomes(earlier, refreshed.outcome)) {
    case 'same':
      return `${took}: the same result.`
    case 'different':
      return `${took}: another result. The agent was told the earlier one.`
    case 'unknown':
      return `${took}. The agent was told the earlier result.`
  }
}
