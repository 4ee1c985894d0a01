import type { ConversationSummary } from '../../shared/conversations.ts'
import { AppError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, ModelId, RunId } from '../../shared/ids.ts'
import type { Cost, Usage } from '../../shared/usage.ts'
import type { Database } from './database.ts'

type SummaryRow = {
  readonly conversation_id: ConversationId
  readonly title: string
  readonly agent_id: AgentId
  readonly model_id: ModelId
  readonly created_at: number
  readonly updated_at: number
  readonly usage: string
  readonly cost: string
  readonly active_run_id: RunId | null
}

/** One conversation as the list shows it. `NOT_FOUND` for an unknown or deleted one. */
export function readSummary(database: Database, id: ConversationId): ConversationSummary {
  const row = database.first<SummaryRow>(
    `select *, (
       select run_id from runs
       where runs.conversation_id = conversations.conversation_id and ended_at is null and is_superseded = 0
       order by id desc limit 1
     ) as active_run_id
     from conversations where conversation_id = ? and is_deleted = 0`,
    id,
  )
  if (row === undefined) {
    throw new AppError('NOT_FOUND', 'That conversation is not there any more.', {
      hint: 'It may have been deleted. Pick another one from the list.',
    })
  }
  return {
    id: row.conversation_id,
    title: row.title,
    agentId: row.agent_id,
    modelId: row.model_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    activeRunId: row.active_run_id,
    usage: JSON.parse(row.usage) as Usage,
    cost: JSON.parse(row.cost) as Cost,
  }
}
