import { Pin } from 'lucide-react'
import type { MessageId, RunId } from '../../shared/ids.ts'
import { pinMessage, selectIsPinned, useConversationDetails } from '../state/conversation-details.ts'
import { useRuns } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** Keeps a message word for word when earlier ones are summarised. Seen on the way over it, and always once it is kept. */
export function PinButton({ runId, messageId }: { readonly runId: RunId; readonly messageId: MessageId }) {
  const conversationId = useRuns(({ byId }) => byId[runId]?.conversationId)
  const isPinned = useConversationDetails(selectIsPinned(conversationId, messageId))
  if (conversationId === undefined) return null
  return (
    <IconButton
      label={isPinned ? 'Kept word for word' : 'Keep word for word'}
      size="small"
      aria-pressed={isPinned}
      className={classNames(
        'transition-opacity',
        isPinned
          ? 'text-accent!'
          : 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100',
      )}
      onClick={() => {
        pinMessage(conversationId, { messageId, isPinned: !isPinned }).catch(showFailure)
      }}
    >
      <Pin className={isPinned ? 'fill-current' : undefined} />
    </IconButton>
  )
}
