import type { CacheChange, CacheEffect } from '../../shared/cache-effect.ts'
import type { AgentId, ConversationId } from '../../shared/ids.ts'
import type { AgentInfo } from '../../shared/settings.ts'
import { loadAgents, selectAgent, useAgents } from '../state/agents.ts'
import { valueOr } from '../state/loaded.ts'
import { useRuns } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { describeCacheEffect } from './describe-cache-effect.ts'
import { PickerOption } from './picker-option.tsx'
import { useCacheEffect } from './use-cache-effect.ts'

/** What the agent picker shows while it is open. */
export function AgentChoices({
  conversationId,
  chosen,
  onPick,
  onLeave,
}: {
  readonly conversationId: ConversationId | null
  readonly chosen: AgentInfo | undefined
  readonly onPick: (agentId: AgentId) => void
  readonly onLeave: () => void
}) {
  const list = useAgents((state) => state.list)
  const effectOf = useCacheEffect(conversationId)
  const last = useAgents(selectAgent(useLastAgentId(conversationId)))
  return (
    <fieldset className="min-h-0 overflow-y-auto p-1.5">
      <legend className="px-3 pt-2 pb-1.5 text-xs font-medium text-muted">Who should answer?</legend>
      {list.kind === 'ready' &&
        list.value.map((agent) => (
          <PickerOption
            key={agent.id}
            name="agent"
            isChosen={agent.id === chosen?.id}
            label={agent.name}
            detail={agent.tools.length === 1 ? '1 tool' : `${agent.tools.length} tools`}
            description={agent.description}
            effect={agent.id === chosen?.id ? undefined : lossWith(agent, last, effectOf)}
            onPick={(by) => {
              onPick(agent.id)
              if (by === 'pointer') onLeave()
            }}
          />
        ))}
      {list.kind === 'failed' && (
        <ErrorNote
          error={list.error}
          onRetry={() => {
            loadAgents().catch(showFailure)
          }}
        />
      )}
    </fieldset>
  )
}

/** Whose instructions and tools the cache begins with. */
function useLastAgentId(conversationId: ConversationId | null): AgentId | undefined {
  return useRuns(({ byId, byConversation }) => {
    const runId = valueOr(byConversation[conversationId ?? ''], []).at(-1)
    return runId === undefined ? undefined : byId[runId]?.agentId
  })
}

function lossWith(
  agent: AgentInfo,
  last: AgentInfo | undefined,
  effectOf: (change: CacheChange) => CacheEffect,
): string | undefined {
  if (agent.id === last?.id) return undefined
  const hasSameTools = agent.tools.join() === last?.tools.join()
  const effect = effectOf({ kind: 'agent', hasSameTools })
  return effect.kind === 'lost' ? describeCacheEffect(effect) : undefined
}
