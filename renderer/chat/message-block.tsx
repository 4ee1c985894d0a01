import { memo } from 'react'
import type { RunId, ToolUseId } from '../../shared/ids.ts'
import type { ContentBlock } from '../../shared/messages.ts'
import { useRuns } from '../state/runs.ts'
import { Markdown } from './markdown/markdown.tsx'
import { Reasoning } from './reasoning.tsx'
import { ToolCardView } from './tool-card.tsx'

/** One block of what an agent said, thought or did. */
export const MessageBlock = memo(
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
