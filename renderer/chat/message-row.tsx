import type { MessageId, RunId } from '../../shared/ids.ts'
import { useRuns } from '../state/runs.ts'
import { AssistantMessage } from './assistant-message.tsx'
import { UserMessage } from './user-message.tsx'

/** A message of a run, drawn again only when it itself changes. */
export function MessageRow({ runId, messageId }: { readonly runId: RunId; readonly messageId: MessageId }) {
  const message = useRuns(({ byId }) => byId[runId]?.messages.find(({ id }) => id === messageId))
  const isOpen = useRuns(({ byId }) => byId[runId]?.openMessageId === messageId)
  if (message === undefined) return null
  if (message.role === 'user') return <UserMessage runId={runId} message={message} />
  return <AssistantMessage runId={runId} message={message} isOpen={isOpen} />
}
