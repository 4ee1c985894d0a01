import type { RunId } from '../../shared/ids.ts'
import { messageText, type Message } from '../../shared/messages.ts'
import { AttachmentChip } from './attachment-chip.tsx'
import { CopyButton } from './copy-button.tsx'
import { PinButton } from './pin-button.tsx'

/** What the person wrote, as they wrote it: no Markdown, every line break kept. */
export function UserMessage({ runId, message }: { readonly runId: RunId; readonly message: Message }) {
  const text = messageText(message)
  const attachments = message.content.filter((block) => block.type === 'attachment')
  return (
    <article aria-label="You" className="group flex flex-col items-end gap-2 pt-4 pb-3">
      <h2 className="sr-only">You</h2>
      {attachments.length > 0 && (
        <ul className="flex flex-wrap justify-end gap-2" aria-label="Attached files">
          {attachments.map((attachment) => (
            <li key={attachment.path}>
              <AttachmentChip name={attachment.name} bytes={attachment.bytes} />
            </li>
          ))}
        </ul>
      )}
      {text !== '' && (
        <div className="flex max-w-[88%] items-end gap-1.5">
          <PinButton runId={runId} messageId={message.id} />
          <div className="opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100">
            <CopyButton text={text} label="Copy message" />
          </div>
          <div className="min-w-0 rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-[15px] leading-6 break-words whitespace-pre-wrap">
            {text}
          </div>
        </div>
      )}
    </article>
  )
}
