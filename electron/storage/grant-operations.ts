import type { Grant } from '../../shared/consent.ts'
import type { AgentId, ConversationId, GrantId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import type { StorageOperations } from './storage-protocol.ts'

type GrantRow = {
  readonly grant_id: GrantId
  readonly tool_name: string
  readonly agent_id: AgentId
  readonly scope: string
  readonly conversation_id: ConversationId | null
  readonly created_at: number
  readonly uses: number
}

export function createGrantOperations(database: Database): StorageOperations['grants'] {
  return {
    list: () => database.all<GrantRow>('select * from grants order by created_at, rowid').map(toGrant),
    add(grant) {
      database.run(
        'insert into grants (grant_id, tool_name, agent_id, scope, conversation_id, created_at, uses) values (?, ?, ?, ?, ?, ?, ?)',
        grant.id,
        grant.toolName,
        grant.agentId,
        JSON.stringify(grant.scope),
        grant.conversationId ?? null,
        grant.createdAt,
        grant.uses,
      )
    },
    // A grant revoked a moment ago has no uses left to count: not an error.
    countUse: (id) => void database.run('update grants set uses = uses + 1 where grant_id = ?', id),
    revoke: (id) => void database.run('delete from grants where grant_id = ?', id),
  }
}

function toGrant(row: GrantRow): Grant {
  return {
    id: row.grant_id,
    toolName: row.tool_name,
    agentId: row.agent_id,
    scope: JSON.parse(row.scope) as Grant['scope'],
    ...(row.conversation_id === null ? {} : { conversationId: row.conversation_id }),
    createdAt: row.created_at,
    uses: row.uses,
  }
}
