import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import { selectInference, useConversationDetails } from '../state/conversation-details.ts'
import { Popover } from '../ui/popover.tsx'
import { InferenceForm } from './inference-form.tsx'
import { PickerButton } from './picker-button.tsx'

/** How the model answers in this conversation, and how many parts of that are set. */
export function InferenceButton({
  conversationId,
  agentId,
  modelId,
}: {
  readonly conversationId: ConversationId | null
  readonly agentId: AgentId | undefined
  readonly modelId: ModelId | undefined
}) {
  const [isOpen, setOpen] = useState(false)
  const count = useConversationDetails((state) => Object.keys(selectInference(conversationId)(state)).length)
  return (
    <Popover
      label="Settings of this conversation"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-104 max-w-[calc(100vw-2rem)]"
      trigger={
        <PickerButton
          icon={<SlidersHorizontal aria-hidden className="size-4" />}
          aria-label={count === 0 ? 'Model settings' : `Model settings: ${count} set`}
        >
          <span className="max-sm:sr-only">Settings</span>
          {count > 0 && <span className="ml-1.5 rounded-full bg-accent-soft px-1.5 text-xs text-accent">{count}</span>}
        </PickerButton>
      }
    >
      <InferenceForm conversationId={conversationId} agentId={agentId} modelId={modelId} />
    </Popover>
  )
}
