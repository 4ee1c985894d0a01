import { useShallow } from 'zustand/react/shallow'
import type { ConversationId } from '../../shared/ids.ts'
import { messageText } from '../../shared/messages.ts'
import { valueOr } from './loaded.ts'
import { useRuns } from './runs.ts'

/** What the person has sent in a conversation, oldest first, each text once in a row. */
export function useSentMessages(conversationId: ConversationId | null): readonly string[] {
  return useRuns(
    useShallow(({ byId, byConversation }) =>
      valueOr(byConversation[conversationId ?? ''], [])
        .flatMap((runId) => byId[runId]?.messages[0] ?? [])
        .map(messageText)
        .filter((text, at, all) => text !== '' && text !== all[at - 1]),
    ),
  )
}
