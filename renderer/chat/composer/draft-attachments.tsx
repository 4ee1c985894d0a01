import type { ConversationId } from '../../../shared/ids.ts'
import { changeDraft, type DraftAttachment } from '../../state/drafts.ts'
import { AttachmentChip } from '../attachment-chip.tsx'

/** The files that go with the next message. */
export function DraftAttachments({
  conversationId,
  attachments,
}: {
  readonly conversationId: ConversationId | null
  readonly attachments: readonly DraftAttachment[]
}) {
  if (attachments.length === 0) return null
  const remove = (key: number) =>
    changeDraft(conversationId, (draft) => ({
      ...draft,
      attachments: draft.attachments.filter((attachment) => attachment.key !== key),
    }))
  return (
    <ul aria-label="Files for this message" className="flex max-h-32 flex-wrap gap-2 overflow-y-auto px-3 pt-3">
      {attachments.map((attachment) => (
        <li key={attachment.key}>
          <AttachmentChip
            name={attachment.name}
            bytes={attachment.kind === 'added' ? attachment.block.bytes : undefined}
            error={attachment.kind === 'refused' ? attachment.error : undefined}
            isBusy={attachment.kind === 'adding'}
            onRemove={() => remove(attachment.key)}
          />
        </li>
      ))}
    </ul>
  )
}
