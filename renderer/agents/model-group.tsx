import { Settings2 } from 'lucide-react'
import type { CacheChange, CacheEffect } from '../../shared/cache-effect.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'
import { openSettings } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { describeCacheEffect } from './describe-cache-effect.ts'
import { describePrice } from './describe-price.ts'
import { PickerOption } from './picker-option.tsx'

/** The models of one source, and what is wrong with it where something is. */
export function ModelGroup({
  source,
  models,
  chosen,
  effectOf,
  onPick,
  onLeave,
}: {
  readonly source: ModelList['sources'][number]
  readonly models: readonly ModelInfo[]
  readonly chosen: ModelId | undefined
  readonly effectOf: (change: CacheChange) => CacheEffect
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
          detail={model.provider === 'auto' ? undefined : describePrice(model.price)}
          description={model.description}
          effect={model.id === chosen ? undefined : lossWith(model, effectOf)}
          onPick={(by) => onPick(model.id, by)}
        />
      ))}
    </fieldset>
  )
}

/** The automatic choice weighs a warm cache by itself, and which model it takes is not known yet. */
function lossWith(model: ModelInfo, effectOf: (change: CacheChange) => CacheEffect): string | undefined {
  if (model.provider === 'auto') return undefined
  const effect = effectOf({ kind: 'model', to: model })
  return effect.kind === 'lost' ? describeCacheEffect(effect) : undefined
}
