import type { MessageId, RunId } from '../../shared/ids.ts'
import { useRuns } from '../state/runs.ts'
import { AssistantMessage } from './assistant-message.tsx'
import type { Fold } from './steps/fold-steps.ts'
import { UserMessage } from './user-message.tsx'

/** A message of a run, drawn again only when it itself changes. */
export function MessageRow({
  runId,
  messageId,
  folds,
}: {
  readonly runId: RunId
  readonly messageId: MessageId
  readonly folds: readonly Fold[]
}) {
  const message = useRuns(({ byId }) => byId[runId]?.messages.find(({ id }) => id === messageId))
  const isOpen = useRuns(({ byId }) => byId[runId]?.openMessageId === messageId)
  if (message === undefined) return null
  if (message.role === 'user') return <UserMessage runId={runId} message={message} />
  return <AssistantMessage runId={runId} message={message} folds={folds} isOpen={isOpen} />
}
