import type { ConversationId, ModelId } from '../../shared/ids.ts'
import { loadModels, useModels } from '../state/models.ts'
import { showFailure } from '../state/toasts.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { ModelGroup } from './model-group.tsx'
import { useCacheEffect } from './use-cache-effect.ts'

/** What the model picker shows while it is open. */
export function ModelChoices({
  conversationId,
  chosen,
  onPick,
  onLeave,
}: {
  readonly conversationId: ConversationId | null
  readonly chosen: ModelId | undefined
  readonly onPick: (modelId: ModelId) => void
  readonly onLeave: () => void
}) {
  const list = useModels((state) => state.list)
  const effectOf = useCacheEffect(conversationId)
  const pick = (id: ModelId, by: 'pointer' | 'keyboard') => {
    onPick(id)
    if (by === 'pointer') onLeave()
  }
  return (
    <div className="min-h-0 overflow-y-auto p-1.5">
      {list.kind === 'ready' &&
        list.value.sources.map((source) => (
          <ModelGroup
            key={`${source.provider} ${source.label}`}
            source={source}
            models={list.value.models}
            chosen={chosen}
            effectOf={effectOf}
            onPick={pick}
            onLeave={onLeave}
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
  )
}
