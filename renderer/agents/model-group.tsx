import { Settings2 } from 'lucide-react'
import type { ModelId } from '../../shared/ids.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'
import { openSettings } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { PickerOption } from './picker-option.tsx'
import { describePrice } from './describe-price.ts'

/** The models of one source, and what is wrong with it where something is. */
export function ModelGroup({
  source,
  models,
  chosen,
  onPick,
  onLeave,
}: {
  readonly source: ModelList['sources'][number]
  readonly models: readonly ModelInfo[]
  readonly chosen: ModelId | undefined
  readonly onPick: (modelId: ModelId, by: 'pointer' | 'keyboard') => void
  readonly onLeave: () => void
}) {
  const own = models.filter(({ provider }) => provider === source.provider)
  return (
    <fieldset className="mb-1">
      <legend className="px-3 pt-2 pb-1.5 text-xs font-medium text-muted">{source.label}</legend>
      {source.problem !== undefined && (
        <div className="mx-1.5 mb-1.5 rounded-xl bg-warning-soft px-3 py-2.5 text-xs leading-5">
          <p>{source.problem}</p>
          <Button
            size="small"
            className="mt-2"
            onClick={() => {
              onLeave()
              openSettings('models')
            }}
          >
            <Settings2 aria-hidden /> Model settings
          </Button>
        </div>
      )}
      {own.length === 0 && source.problem === undefined && (
        <p className="px-3 pb-2 text-xs text-muted">No models here yet.</p>
      )}
      {own.map((model) => (
        <PickerOption
          key={model.id}
          name="model"
          isChosen={model.id === chosen}
          label={model.label}
          detail={describePrice(model.price)}
          description={model.description}
          onPick={(by) => onPick(model.id, by)}
        />
      ))}
    </fieldset>
  )
}
