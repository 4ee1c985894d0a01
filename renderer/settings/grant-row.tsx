import { useState } from 'react'
import { describeScope, type Grant } from '../../shared/consent.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { selectConversation, useConversations } from '../state/conversations.ts'
import { loadGrants, revokeGrant } from '../state/grants.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { formatAgo } from '../ui/format.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { useNow } from '../ui/use-now.ts'

/** One permission: its exact words, whose it is, since when, how often it was used. */
export function GrantRow({ grant }: { readonly grant: Grant }) {
  const agent = useAgents(selectAgent(grant.agentId))
  const conversation = useConversations(selectConversation(grant.conversationId ?? null))
  const now = useNow(60_000)
  const [isBusy, setBusy] = useState(false)
  const revoke = () => {
    setBusy(true)
    revokeGrant(grant.id)
      .then(loadGrants)
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  const where =
    grant.conversationId === undefined
      ? 'in every conversation'
      : conversation === undefined
        ? 'in one conversation'
        : `in “${conversation.title}”`
  return (
    <li className="flex items-start gap-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <RevealedText text={describeScope(grant.toolName, grant.scope)} className="text-sm" />
        <p className="mt-1 text-xs text-muted">
          {agent?.name ?? grant.agentId}, {where} · allowed {formatAgo(grant.createdAt, now)} · {usedWords(grant.uses)}
        </p>
      </div>
      <Button size="small" isBusy={isBusy} onClick={revoke}>
        Revoke
      </Button>
    </li>
  )
}

function usedWords(uses: number): string {
  if (uses === 0) return 'not used yet'
  return uses === 1 ? 'used once' : `used ${uses} times`
}
