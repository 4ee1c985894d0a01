import { Bot } from 'lucide-react'
import { useState } from 'react'
import type { AgentId, ConversationId } from '../../shared/ids.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { Popover } from '../ui/popover.tsx'
import { AgentChoices } from './agent-choices.tsx'
import { PickerButton } from './picker-button.tsx'

/** Who answers: each agent with what it is for and how many tools it may use. */
export function AgentPicker({
  conversationId,
  agentId,
  onPick,
}: {
  readonly conversationId: ConversationId | null
  readonly agentId: AgentId | undefined
  readonly onPick: (agentId: AgentId) => void
}) {
  const [isOpen, setOpen] = useState(false)
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
      <AgentChoices conversationId={conversationId} chosen={chosen} onPick={onPick} onLeave={() => setOpen(false)} />
    </Popover>
  )
}
