import type { RunId } from '../../shared/ids.ts'
import { messageText, type Message } from '../../shared/messages.ts'
import { MessageBlock } from './message-block.tsx'
import { PinButton } from './pin-button.tsx'
import type { BlockPlace, Fold } from './steps/fold-steps.ts'
import { FoldedSteps } from './steps/folded-steps.tsx'
import { isSamePlace } from './steps/is-same-place.ts'

/** What the agent said, thought and did, in the order it came. */
export function AssistantMessage({
  runId,
  message,
  folds,
  isOpen,
}: {
  readonly runId: RunId
  readonly message: Message
  /** Those that begin in it or hold some of it. */
  readonly folds: readonly Fold[]
  /** Whether its last block may still grow. */
  readonly isOpen: boolean
}) {
  const last = message.content.length - 1
  return (
    <article aria-label="Agent" aria-busy={isOpen || undefined} className="group relative flex flex-col gap-3 py-1.5">
      <h2 className="sr-only">Agent</h2>
      {message.content.flatMap((block, at) => {
        const place = { messageId: message.id, at }
        const isHere = (other: BlockPlace) => isSamePlace(place, other)
        const begun = folds.find(({ first }) => isHere(first))
        // Blocks are only ever added at the end.
        return [
          begun !== undefined && <FoldedSteps key={`steps ${at}`} runId={runId} fold={begun} />,
          !folds.some(({ blocks }) => blocks.some(isHere)) && (
            <MessageBlock
              key={at}
              id={`${message.id} ${at}`}
              runId={runId}
              block={block}
              isGrowing={isOpen && at === last}
            />
          ),
        ]
      })}
      {!isOpen && messageText(message) !== '' && (
        <div className="absolute top-1 -right-6">
          <PinButton runId={runId} messageId={message.id} />
        </div>
      )}
    </article>
  )
}
