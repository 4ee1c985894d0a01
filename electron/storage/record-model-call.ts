import type { AgentId, ConversationId, RunId } from '../../shared/ids.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { addCost, addUsage, noUsage, type Cost, type Usage } from '../../shared/usage.ts'
import type { Database } from './database.ts'

type Totals = { readonly usage: string; readonly cost: string; readonly agent_id: AgentId }

/** Enters one model call into the ledger and the conversation's totals. A call of a superseded run was paid for too. */
export function recordModelCall(
  database: Database,
  of: { readonly conversationId: ConversationId; readonly runId: RunId },
  call: ModelCall,
): void {
  const totals = database.first<Totals>(
    'select usage, cost, agent_id from conversations where conversation_id = ?',
    of.conversationId,
  )
  if (totals === undefined) return
  enterModelCall(database, { ...of, agentId: totals.agent_id }, call)
  database.run(
    'update conversations set usage = ?, cost = ? where conversation_id = ?',
    JSON.stringify(addUsage(JSON.parse(totals.usage) as Usage, call.usage ?? noUsage)),
    JSON.stringify(addCost(JSON.parse(totals.cost) as Cost, call.cost)),
    of.conversationId,
  )
}

/** One line of the ledger. Empty ids are those of a call outside any conversation. */
export function enterModelCall(
  database: Database,
  of: { readonly conversationId: ConversationId | ''; readonly runId: RunId | ''; readonly agentId: AgentId },
  call: ModelCall,
): void {
  database.run(
    `insert into model_calls
       (conversation_id, run_id, agent_id, model_id, started_at, usage, cost, cacheable_tokens, saved_usd, purpose)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    of.conversationId,
    of.runId,
    of.agentId,
    call.modelId,
    call.startedAt,
    call.usage === null ? null : JSON.stringify(call.usage),
    JSON.stringify(call.cost),
    call.cache?.cacheableTokens ?? null,
    call.cache?.savedUsd ?? null,
    call.purpose ?? null,
  )
}
