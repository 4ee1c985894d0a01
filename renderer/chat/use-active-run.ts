import type { ConversationId, RunId } from '../../shared/ids.ts'
import { valueOr } from '../state/loaded.ts'
import { useRuns } from '../state/runs.ts'

/** The run under way in a conversation; one just started counts before its first state has come. */
export function useActiveRun(conversationId: ConversationId | null): RunId | undefined {
  return useRuns(({ byId, byConversation }) => {
    const last = valueOr(byConversation[conversationId ?? ''], []).at(-1)
    if (last === undefined) return undefined
    const run = byId[last]
    return run === undefined || run.stop === null ? last : undefined
  })
}
