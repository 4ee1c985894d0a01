import { toWireError } from '../../../shared/errors.ts'
import type { ConversationId } from '../../../shared/ids.ts'
import { addAttachment } from '../../state/attachments.ts'
import { changeDraft, moveNewDraft, type DraftAttachment } from '../../state/drafts.ts'
import { showFailure, showToast } from '../../state/toasts.ts'
import { beginConversation } from '../begin-conversation.ts'
import type { RunChoice } from '../../state/use-run-choice.ts'

const maxAttachments = 20

/** Hands files over for the next message, each shown in the draft from the first moment. A new chat begins with them. */
export async function addFiles(
  files: readonly File[],
  { conversationId, choice, present }: { conversationId: ConversationId | null; choice: RunChoice; present: number },
): Promise<void> {
  if (files.length === 0) return
  const room = Math.max(0, maxAttachments - present)
  if (files.length > room) {
    showToast({ tone: 'danger', text: `A message carries up to ${maxAttachments} files. The rest was left out.` })
  }
  try {
    const id = conversationId ?? (await beginConversation(choice, moveNewDraft))
    await Promise.all(files.slice(0, room).map((file) => addFile(id, file)))
  } catch (error) {
    showFailure(error)
  }
}

async function addFile(conversationId: ConversationId, file: File): Promise<void> {
  const key = ++lastKey
  const name = file.name
  put(conversationId, { key, name, kind: 'adding' })
  try {
    put(conversationId, { key, name, kind: 'added', block: await addAttachment(conversationId, file) })
  } catch (error) {
    put(conversationId, { key, name, kind: 'refused', error: toWireError(error) })
  }
}

/** Adds the attachment, or replaces the one with its key. One removed meanwhile stays removed. */
function put(conversationId: ConversationId, attachment: DraftAttachment): void {
  changeDraft(conversationId, (draft) => ({
    ...draft,
    attachments:
      attachment.kind === 'adding'
        ? [...draft.attachments, attachment]
        : draft.attachments.map((other) => (other.key === attachment.key ? attachment : other)),
  }))
}

let lastKey = 0
