import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { ConversationId } from '../../../shared/ids.ts'
import { writeDraft } from '../../state/drafts.ts'
import { stepHistory, writingNow } from './prompt-history.ts'
import { useSentMessages } from '../../state/use-sent-messages.ts'

/** The text itself, one per conversation: grows with its lines, sends on Enter, walks back through earlier messages with the up arrow. */
export function ComposerField({
  conversationId,
  text,
  onSend,
  onFiles,
}: {
  readonly conversationId: ConversationId | null
  readonly text: string
  readonly onSend: () => Promise<void>
  readonly onFiles: (files: readonly File[]) => Promise<void>
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const history = useSentMessages(conversationId)
  const [place, setPlace] = useState(writingNow)

  useEffect(() => field.current?.focus(), [])

  const write = (next: string) => {
    setPlace(writingNow)
    writeDraft(conversationId, next)
  }

  const walk = (event: KeyboardEvent<HTMLTextAreaElement>, direction: 'older' | 'newer') => {
    const { selectionStart, selectionEnd } = event.currentTarget
    const isWalking = place.position >= 0
    const isAtStart = selectionStart === 0 && selectionEnd === 0
    // An arrow belongs to the text first: it walks only from its very start, or when a walk has begun.
    if (!isWalking && (direction === 'newer' || !isAtStart)) return
    const step = stepHistory(history, place, { direction, text })
    if (step === undefined) return
    event.preventDefault()
    setPlace(step.place)
    writeDraft(conversationId, step.text)
  }

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter and arrows choose among its candidates.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowUp') walk(event, 'older')
    if (event.key === 'ArrowDown') walk(event, 'newer')
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    return onSend()
  }

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = [...event.clipboardData.files]
    // Office programs put a picture beside the text they copy: the text is what was meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    return onFiles(files)
  }

  return (
    <textarea
      ref={field}
      rows={1}
      value={text}
      aria-label="Message"
      placeholder="Ask about your files…"
      onChange={(event) => write(event.target.value)}
      onKeyDown={(event) => {
        press(event)?.catch(console.error)
      }}
      onPaste={(event) => {
        paste(event)?.catch(console.error)
      }}
      className="field-sizing-content block max-h-60 min-h-12 w-full resize-none bg-transparent px-4 pt-3.5 pb-2 text-[15px] leading-6 placeholder:text-muted focus-visible:outline-none"
    />
  )
}
