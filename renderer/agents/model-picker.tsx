import { Cpu } from 'lucide-react'
import { useState } from 'react'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import { selectModel, useModels } from '../state/models.ts'
import { Popover } from '../ui/popover.tsx'
import { ModelChoices } from './model-choices.tsx'
import { PickerButton } from './picker-button.tsx'

/** Which model: grouped by where it runs, each with what it is and what it costs. */
export function ModelPicker({
  conversationId,
  modelId,
  onPick,
}: {
  readonly conversationId: ConversationId | null
  readonly modelId: ModelId | undefined
  readonly onPick: (modelId: ModelId) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const chosen = useModels(selectModel(modelId))
  return (
    <Popover
      label="Model"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-104 max-w-[calc(100vw-2rem)]"
      trigger={
        <PickerButton icon={<Cpu aria-hidden className="size-4" />} aria-label={`Model: ${chosen?.label ?? 'none'}`}>
          {chosen?.label ?? 'Model'}
        </PickerButton>
      }
    >
      <ModelChoices conversationId={conversationId} chosen={modelId} onPick={onPick} onLeave={() => setOpen(false)} />
    </Popover>
  )
}
