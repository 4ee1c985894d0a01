import type { ModelId } from '../../shared/ids.ts'
import type { ModelList } from '../../shared/models.ts'
import type { Loaded } from '../state/loaded.ts'

/** What the picker calls a model; its id where it is not offered (any more). */
export function labelOf(id: ModelId, list: Loaded<ModelList>): string {
  const model = list.kind === 'ready' ? list.value.models.find((one) => one.id === id) : undefined
  return model?.label ?? id
}
