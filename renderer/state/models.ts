import { create } from 'zustand'
import type { ModelId } from '../../shared/ids.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import type { ModelInfo, ModelList } from '../../shared/models.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

type ModelsState = { readonly list: Loaded<ModelList> }

export const useModels = create<ModelsState>(() => ({ list: loading }))

/** `refresh` asks every source again instead of taking what the host remembers. */
export async function loadModels({ refresh = false } = {}): Promise<void> {
  useModels.setState({ list: await client().request('models.list', { refresh }).then(ready, failed) })
}

/** Really calls the model with a few tokens. Throws the host's error when it cannot be used. */
export function testModel(modelId: ModelId): Promise<RequestOutput<'model.test'>> {
  return client().request('model.test', { modelId })
}

export function selectModel(id: ModelId | undefined): (state: ModelsState) => ModelInfo | undefined {
  return ({ list }) => (list.kind === 'ready' ? list.value.models.find((model) => model.id === id) : undefined)
}

/** Why a chosen model cannot be used, in words; `undefined` when nothing speaks against it. */
export function selectModelProblem(id: ModelId | undefined): (state: ModelsState) => string | undefined {
  return ({ list }) => {
    if (list.kind === 'loading' || id === undefined) return undefined
    if (list.kind === 'failed') return list.error.message
    if (list.value.models.some((model) => model.id === id)) return undefined
    return 'The chosen model is not available any more. Pick another one.'
  }
}
