import type { AgentUsage } from '../../shared/conversations.ts'
import type { AgentId } from '../../shared/ids.ts'
import type { Cost } from '../../shared/usage.ts'
import type { Database } from './database.ts'
import { enterModelCall } from './record-model-call.ts'
import type { StorageOperations } from './storage-protocol.ts'

export function createUsageOperations(database: Database): StorageOperations['usage'] {
  return {
    byAgent: () => database.all<AgentSums>(sumsByAgent).map(toAgentUsage),
    recordCall: ({ agentId, call }) => enterModelCall(database, { conversationId: '', runId: '', agentId }, call),
  }
}

type AgentSums = {
  readonly agent_id: AgentId
  readonly calls: number
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_read_tokens: number
  readonly cache_write_tokens: number
  readonly cache_write_hour_tokens: number
  readonly priced_calls: number
  readonly unpriced_calls: number
  readonly usd: number
  readonly cacheable_tokens: number
  readonly saved_usd: number
  readonly calls_of_unknown_saving: number
}

/** What was read could have been: a call whose cacheable part nobody worked out counts with what it read. */
const sumsByAgent = `
  select
    agent_id,
    count(*) as calls,
    coalesce(sum(usage ->> 'inputTokens'), 0) as input_tokens,
    coalesce(sum(usage ->> 'outputTokens'), 0) as output_tokens,
    coalesce(sum(usage ->> 'cacheReadTokens'), 0) as cache_read_tokens,
    coalesce(sum(usage ->> 'cacheWriteTokens'), 0) as cache_write_tokens,
    coalesce(sum(usage ->> 'cacheWriteHourTokens'), 0) as cache_write_hour_tokens,
    sum(cost ->> 'kind' = 'priced') as priced_calls,
    sum(cost ->> 'kind' = 'unpriced') as unpriced_calls,
    coalesce(sum(cost ->> 'usd'), 0) as usd,
    sum(max(coalesce(cacheable_tokens, 0), coalesce(usage ->> 'cacheReadTokens', 0))) as cacheable_tokens,
    coalesce(sum(saved_usd), 0) as saved_usd,
    sum(cacheable_tokens is not null and saved_usd is null) as calls_of_unknown_saving
  from model_calls group by agent_id order by agent_id
`

function toAgentUsage(sums: AgentSums): AgentUsage {
  const hourTokens = sums.cache_write_hour_tokens
  return {
    agentId: sums.agent_id,
    calls: sums.calls,
    usage: {
      inputTokens: sums.input_tokens,
      outputTokens: sums.output_tokens,
      cacheReadTokens: sums.cache_read_tokens,
      cacheWriteTokens: sums.cache_write_tokens,
      ...(hourTokens === 0 ? {} : { cacheWriteHourTokens: hourTokens }),
    },
    cost: toCost(sums),
    knownUsd: sums.usd,
    cacheableTokens: sums.cacheable_tokens,
    // A call without a report had no prompt cache: it saved nothing, which is known.
    savedUsd: sums.calls_of_unknown_saving > 0 ? null : sums.saved_usd,
  }
}

/** The rule of `addCost`: a sum with an unknown part is unknown, and free only when every part is. */
function toCost(sums: AgentSums): Cost {
  if (sums.unpriced_calls > 0) return { kind: 'unpriced' }
  return sums.priced_calls > 0 ? { kind: 'priced', usd: sums.usd } : { kind: 'free' }
}
