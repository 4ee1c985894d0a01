import { Cpu } from 'lucide-react'
import { useState } from 'react'
import type { ModelId } from '../../shared/ids.ts'
import { loadModels, selectModel, useModels } from '../state/models.ts'
import { showFailure } from '../state/toasts.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Popover } from '../ui/popover.tsx'
import { ModelGroup } from './model-group.tsx'
import { PickerButton } from './picker-button.tsx'

/** Which model: grouped by where it runs, each with what it is and what it costs. */
export function ModelPicker({
  modelId,
  onPick,
}: {
  readonly modelId: ModelId | undefined
  readonly onPick: (modelId: ModelId) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const list = useModels((state) => state.list)
  const chosen = useModels(selectModel(modelId))
  const pick = (id: ModelId, by: 'pointer' | 'keyboard') => {
    onPick(id)
    if (by === 'pointer') setOpen(false)
  }
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
      <div className="min-h-0 overflow-y-auto p-1.5">
        {list.kind === 'ready' &&
          list.value.sources.map((source) => (
            <ModelGroup
              key={`${source.provider} ${source.label}`}
              source={source}
              models={list.value.models}
              chosen={modelId}
              onPick={pick}
              onLeave={() => setOpen(false)}
            />
          ))}
        {list.kind === 'failed' && (
          <ErrorNote
            error={list.error}
            onRetry={() => {
              loadModels().catch(showFailure)
            }}
          />
        )}
      </div>
    </Popover>
  )
}
