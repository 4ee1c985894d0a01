import { Brain, ChevronRight } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { noteReasoning, useReasoningTimes } from '../state/reasoning-times.ts'
import { classNames } from '../ui/class-names.ts'
import { formatDuration } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'

/** A model's thinking, folded away. Its duration is told where this page watched it. */
export function Reasoning({
  id,
  text,
  isGrowing,
}: {
  readonly id: string
  readonly text: string
  readonly isGrowing: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const panelId = useId()
  const now = useNow(isGrowing ? 500 : null)
  useEffect(() => {
    noteReasoning(id, isGrowing, Date.now())
  }, [id, isGrowing])
  const span = useReasoningTimes(({ spans }) => spans[id])
  const elapsed = span && Math.max(0, (span.endedAt ?? now) - span.startedAt)

  return (
    <div className="text-sm">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
        className="-ml-1.5 inline-flex items-center gap-2 rounded-lg px-1.5 py-1 text-muted transition-colors hover:bg-hover hover:text-ink"
      >
        <Brain aria-hidden className={classNames('size-4', isGrowing && 'animate-pulse text-accent')} />
        <span className="tabular-nums">{reasoningLabel(isGrowing, elapsed)}</span>
        <ChevronRight aria-hidden className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')} />
      </button>
      {isOpen && (
        <div
          id={panelId}
          className="mt-2 ml-2 border-l-2 border-line pl-4 leading-6 break-words whitespace-pre-wrap text-muted"
        >
          {text === '' ? 'This model keeps its thinking to itself.' : text}
        </div>
      )}
    </div>
  )
}

function reasoningLabel(isGrowing: boolean, elapsedMs: number | undefined): string {
  if (isGrowing) {
    return elapsedMs === undefined || elapsedMs < 1000 ? 'Thinking…' : `Thinking for ${formatDuration(elapsedMs)}…`
  }
  if (elapsedMs === undefined) return 'Thought about it'
  return elapsedMs < 1000 ? 'Thought for a moment' : `Thought for ${formatDuration(elapsedMs)}`
}
