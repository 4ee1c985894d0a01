import { memo } from 'react'
import type { RunId, ToolUseId } from '../../shared/ids.ts'
import { messageText, type ContentBlock, type Message } from '../../shared/messages.ts'
import { useRuns } from '../state/runs.ts'
import { Markdown } from './markdown/markdown.tsx'
import { PinButton } from './pin-button.tsx'
import { Reasoning } from './reasoning.tsx'
import { ToolCardView } from './tool-card.tsx'

/** What the agent said, thought and did, in the order it came. */
export function AssistantMessage({
  runId,
  message,
  isOpen,
}: {
  readonly runId: RunId
  readonly message: Message
  /** Whether its last block may still grow. */
  readonly isOpen: boolean
}) {
  const last = message.content.length - 1
  return (
    <article aria-label="Agent" aria-busy={isOpen || undefined} className="group relative flex flex-col gap-3 py-1.5">
      <h2 className="sr-only">Agent</h2>
      {message.content.map((block, at) => (
        // Blocks are only ever added at the end.
        <MessageBlock
          key={at}
          id={`${message.id} ${at}`}
          runId={runId}
          block={block}
          isGrowing={isOpen && at === last}
        />
      ))}
      {!isOpen && messageText(message) !== '' && (
        <div className="absolute top-1 -right-6">
          <PinButton runId={runId} messageId={message.id} />
        </div>
      )}
    </article>
  )
}

const MessageBlock = memo(
  ({
    id,
    runId,
    block,
    isGrowing,
  }: {
    readonly id: string
    readonly runId: RunId
    readonly block: ContentBlock
    readonly isGrowing: boolean
  }) => {
    switch (block.type) {
      case 'text':
        return <Markdown text={block.text} />
      case 'reasoning':
        return <Reasoning id={id} text={block.text} isGrowing={isGrowing} />
      case 'tool-use':
        return <ToolUse runId={runId} toolUseId={block.toolUseId} />
      case 'attachment':
        return null
    }
  },
)

function ToolUse({ runId, toolUseId }: { readonly runId: RunId; readonly toolUseId: ToolUseId }) {
  const tool = useRuns(({ byId }) => byId[runId]?.tools[toolUseId])
  const isLive = useRuns(({ byId }) => byId[runId]?.stop === null)
  return tool !== undefined && <ToolCardView runId={runId} tool={tool} isLive={isLive} />
}
