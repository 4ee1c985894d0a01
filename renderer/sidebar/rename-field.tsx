import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ConversationSummary } from '../../shared/conversations.ts'
import { renameConversation } from '../state/conversations.ts'
import { showFailure } from '../state/toasts.ts'

/** A title being changed: Enter or leaving keeps it, Escape does not. */
export function RenameField({
  summary,
  onDone,
}: {
  readonly summary: ConversationSummary
  readonly onDone: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // After the menu that led here has given the focus back.
    const frame = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])

  const keep = () => {
    const title = field.current?.value.trim() ?? ''
    onDone()
    if (title !== '' && title !== summary.title) renameConversation(summary.id, title).catch(showFailure)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep()
    if (event.key !== 'Escape') return
    // It ends the renaming, not an answer on its way.
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <input
      ref={field}
      type="text"
      aria-label={`New title for ${summary.title}`}
      defaultValue={summary.title}
      maxLength={200}
      onBlur={keep}
      onKeyDown={press}
      className="h-9 w-full rounded-lg border border-accent bg-surface px-2.5 text-sm focus-visible:outline-none"
    />
  )
}
