import { cacheEffectOf, type CacheChange, type CacheEffect } from '../../shared/cache-effect.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { valueOr } from '../state/loaded.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { useRunChoice } from '../state/use-run-choice.ts'
import { useNow } from '../ui/use-now.ts'
import { lastCallOf } from './last-call.ts'

/** Tells what a change would do to the prompt cache of a conversation, as it stands now. */
export function useCacheEffect(conversationId: ConversationId | null): (change: CacheChange) => CacheEffect {
  const call = useRuns(({ byId, byConversation }) =>
    lastCallOf(valueOr(byConversation[conversationId ?? ''], []).flatMap((runId) => byId[runId] ?? [])),
  )
  const model = useModels(selectModel(call?.modelId))
  const chosen = useModels(selectModel(useRunChoice(conversationId)?.modelId))
  // Entries expire while one looks.
  const now = useNow(5000)
  const isLeaving = chosen !== undefined && chosen.provider !== 'auto' && chosen.id !== call?.modelId
  return (change) => {
    // With another model chosen already, nothing but choosing the last one again makes a difference.
    if (call === null || (isLeaving && change.kind !== 'model')) return { kind: 'nothing-cached' }
    return cacheEffectOf(change, { call, model }, now)
  }
}
