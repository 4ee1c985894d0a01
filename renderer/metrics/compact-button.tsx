import { FoldVertical } from 'lucide-react'
import { useId, useState } from 'react'
import type { ConversationId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import { selectModel, useModels } from '../state/models.ts'
import { compactConversation } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { useRunChoice } from '../state/use-run-choice.ts'
import { Button } from '../ui/button.tsx'
import { compactionBlock } from './compaction-block.ts'

/** Makes room: earlier messages are summarised for the model, now rather than when it must be. */
export function CompactButton({
  conversationId,
  runs,
}: {
  readonly conversationId: ConversationId
  readonly runs: readonly RunState[]
}) {
  const choice = useRunChoice(conversationId)
  const model = useModels(selectModel(choice?.modelId))
  const [isStarting, setStarting] = useState(false)
  const noteId = useId()
  const block = compactionBlock(runs, model)
  const compact = () => {
    if (choice === undefined) return
    setStarting(true)
    compactConversation({ conversationId, ...choice })
      .catch(showFailure)
      .finally(() => setStarting(false))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        size="small"
        isBusy={isStarting}
        disabled={block !== undefined}
        aria-describedby={noteId}
        onClick={compact}
      >
        {!isStarting && <FoldVertical aria-hidden />} Summarise now
      </Button>
      <p id={noteId} className="min-w-0 flex-1 basis-36 text-xs text-muted">
        {block ?? 'Costs one model call. You still see every message.'}
      </p>
    </div>
  )
}
