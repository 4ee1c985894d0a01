import { announce } from '../state/announcements.ts'
import { changeDraft } from '../state/drafts.ts'
import { useUi } from '../state/ui.ts'
import { appendPath } from './append-path.ts'

/** Adds a file's path to the message being written. */
export function putIntoMessage(path: string): void {
  const { conversationId } = useUi.getState()
  changeDraft(conversationId, (draft) => ({ ...draft, text: appendPath(draft.text, path) }))
  announce(`${path} is in the message now`)
}
