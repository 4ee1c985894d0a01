import type { AgentUsage } from '../../shared/conversations.ts'
import { promptTokens } from '../../shared/usage.ts'
import { formatCost, formatCount, formatDollars, formatPercent, formatSignedDollars } from '../ui/format.ts'
import { hitRate } from './cache-metrics.ts'

export const agentUsageColumns = ['Calls', 'Tokens', 'Hit rate', 'Cost', 'Saved'] as const

/** One agent's row under `agentUsageColumns`. Where a part of the cost is unknown, what is known of it is the least. */
export function agentUsageCells({ calls, usage, cost, knownUsd, cacheableTokens, savedUsd }: AgentUsage): string[] {
  const rate = hitRate(usage.cacheReadTokens, cacheableTokens)
  return [
    formatCount(calls),
    formatCount(promptTokens(usage) + usage.outputTokens),
    rate === null ? '–' : formatPercent(rate),
    cost.kind === 'unpriced' && knownUsd > 0 ? `at least ${formatDollars(knownUsd)}` : formatCost(cost),
    savedUsd === null ? 'unknown' : formatSignedDollars(savedUsd),
  ]
}
