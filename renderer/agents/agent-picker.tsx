import { Bot } from 'lucide-react'
import { useState } from 'react'
import type { AgentId } from '../../shared/ids.ts'
import { loadAgents, selectAgent, useAgents } from '../state/agents.ts'
import { showFailure } from '../state/toasts.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Popover } from '../ui/popover.tsx'
import { PickerButton } from './picker-button.tsx'
import { PickerOption } from './picker-option.tsx'

/** Who answers: each agent with what it is for and how many tools it may use. */
export function AgentPicker({
  agentId,
  onPick,
}: {
  readonly agentId: AgentId | undefined
  readonly onPick: (agentId: AgentId) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const list = useAgents((state) => state.list)
  const chosen = useAgents(selectAgent(agentId))
  return (
    <Popover
      label="Agent"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-80"
      trigger={
        <PickerButton icon={<Bot aria-hidden className="size-4" />} aria-label={`Agent: ${chosen?.name ?? 'none'}`}>
          {chosen?.name ?? 'Agent'}
        </PickerButton>
      }
    >
      <fieldset className="min-h-0 overflow-y-auto p-1.5">
        <legend className="px-3 pt-2 pb-1.5 text-xs font-medium text-muted">Who should answer?</legend>
        {list.kind === 'ready' &&
          list.value.map((agent) => (
            <PickerOption
              key={agent.id}
              name="agent"
              isChosen={agent.id === agentId}
              label={agent.name}
              detail={agent.tools.length === 1 ? '1 tool' : `${agent.tools.length} tools`}
              description={agent.description}
              onPick={(by) => {
                onPick(agent.id)
                if (by === 'pointer') setOpen(false)
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
    </Popover>
  )
}
