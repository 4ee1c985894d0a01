import { ChevronRight } from 'lucide-react'
import { memo, useId } from 'react'
import type { RunId } from '../../shared/ids.ts'
import type { ToolCall } from '../../shared/run-events.ts'
import { setStepOpen, useOpenSteps } from '../state/open-steps.ts'
import { classNames } from '../ui/class-names.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { ToolCacheNote } from './tool-cache-note.tsx'
import { ToolDetails } from './tool-details.tsx'
import { ToolDisplayView } from './displays/tool-display-view.tsx'
import { ToolIcon } from './tool-icon.tsx'
import { ToolStatusView } from './tool-status-view.tsx'
import { WrittenFileNote } from './written-file-note.tsx'

/** A result this short fits into the answer itself. */
const fewRows = 20

type ToolCardProps = { readonly runId: RunId; readonly tool: ToolCall; readonly isLive: boolean }

/**
 * One tool use: what it does, where it stands, and behind a click everything that went in and came out. A chart, a
 * choice or a long table is what the person asked for, so it is there without the click; a short table the answer
 * repeats in its own words.
 */
export const ToolCardView = memo(({ runId, tool, isLive }: ToolCardProps) => {
  const isOpen = useOpenSteps((open) => open[tool.toolUseId] === true)
  const id = useId()
  const outcome = tool.state.kind === 'done' ? tool.state.outcome : undefined
  // What was worked out again is what is true now.
  const display = (tool.refreshed?.outcome ?? outcome)?.display
  const isShownOpenly =
    display?.kind === 'chart' ||
    display?.kind === 'choices' ||
    (display?.kind === 'table' && display.rowCount > fewRows)
  const progress = isLive && tool.state.kind === 'running' ? tool.state.progress : undefined
  return (
    // A group, not a region: an answer may use one tool many times, and landmarks must tell apart.
    <section
      role="group"
      aria-label={`Tool ${tool.name}`}
      className="overflow-hidden rounded-xl border border-line bg-surface"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setStepOpen(tool.toolUseId, !isOpen)}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2"
      >
        <span className="shrink-0 text-muted [&_svg]:size-4">
          <ToolIcon name={tool.name} />
        </span>
        <span className="min-w-0 flex-1 truncate text-sm">
          {tool.title === '' ? (
            <span className="text-muted">
              Preparing <span className="font-mono text-[13px]">{tool.name}</span>
            </span>
          ) : (
            <RevealedText text={tool.title} isOneLine />
          )}
        </span>
        <ToolStatusView state={tool.state} isLive={isLive} />
        <ChevronRight
          aria-hidden
          className={classNames('size-4 shrink-0 text-muted transition-transform', isOpen && 'rotate-90')}
        />
      </button>
      {progress !== undefined && <ProgressBar fraction={progress.fraction} label={progress.message} />}
      <ToolCacheNote runId={runId} tool={tool} />
      <WrittenFileNote tool={tool} />
      {isShownOpenly && (
        <div className="border-t border-line p-4">
          <ToolDisplayView runId={runId} display={display} />
        </div>
      )}
      {isOpen && (
        <div id={id} className="border-t border-line bg-canvas p-4">
          <ToolDetails runId={runId} tool={tool} />
        </div>
      )}
    </section>
  )
})

function ProgressBar({ fraction, label }: { readonly fraction: number | undefined; readonly label: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={fraction === undefined ? undefined : Math.round(fraction * 100)}
      className="h-0.5 bg-hover"
    >
      <div
        className={classNames('h-full bg-accent transition-[width]', fraction === undefined && 'w-1/3 animate-pulse')}
        style={fraction === undefined ? undefined : { width: `${fraction * 100}%` }}
      />
    </div>
  )
}
