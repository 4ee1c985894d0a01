import { ChevronRight, FoldVertical } from 'lucide-react'
import { useId, useState } from 'react'
import type { RunId } from '../../shared/ids.ts'
import { useRuns } from '../state/runs.ts'
import { classNames } from '../ui/class-names.ts'
import { CodeBox } from '../ui/code-box.tsx'
import { compactionWords } from './compaction-words.ts'

/** Where earlier messages were replaced by a summary in what the model reads. It unfolds to what the model reads instead. */
export function CompactionDivider({ runId, at }: { readonly runId: RunId; readonly at: number }) {
  const compaction = useRuns(({ byId }) => byId[runId]?.compactions?.[at])
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (compaction === undefined) return null
  return (
    <div className="py-3">
      <div className="flex items-center gap-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          className="flex max-w-[85%] items-center gap-2 rounded-lg px-2 py-1 text-left text-xs text-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <FoldVertical aria-hidden className="size-4 shrink-0" />
          <span className="tabular-nums">{compactionWords(compaction)}</span>
          <ChevronRight
            aria-hidden
            className={classNames('size-3.5 shrink-0 transition-transform', isOpen && 'rotate-90')}
          />
        </button>
      </div>
      {isOpen && (
        <div id={id} className="mt-2 space-y-2">
          <p className="text-xs text-muted">You still see every message. The model reads this in their place:</p>
          <CodeBox label="Summary for the model" text={compaction.summary} className="font-sans!" />
        </div>
      )}
    </div>
  )
}
