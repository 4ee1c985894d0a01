import type { RunId } from '../../shared/ids.ts'
import { useRuns } from '../state/runs.ts'
import { FinishedRun } from './finished-run.tsx'
import { RetryCountdown } from './retry-countdown.tsx'
import { workingLabel } from './working-label.ts'

/** The row below a run's messages: what it is doing now, or how it ended and what can be done next. */
export function RunEnding({ runId, isLast }: { readonly runId: RunId; readonly isLast: boolean }) {
  const isOver = useRuns(({ byId }) => byId[runId]?.stop !== null)
  const retry = useRuns(({ byId }) => byId[runId]?.retry)
  const label = useRuns(({ byId }) => {
    const run = byId[runId]
    return run === undefined ? undefined : workingLabel(run)
  })
  return (
    <div className="pt-1 pb-3">
      {isOver && <FinishedRun runId={runId} isLast={isLast} />}
      {!isOver && retry !== null && retry !== undefined && <RetryCountdown runId={runId} retry={retry} />}
      {!isOver && (retry === null || retry === undefined) && label !== undefined && <Working label={label} />}
    </div>
  )
}

function Working({ label }: { readonly label: string }) {
  return (
    <p className="flex items-center gap-2.5 py-1 text-sm text-muted">
      <span aria-hidden className="flex gap-1">
        {[0, 150, 300].map((delayMs) => (
          <span
            key={delayMs}
            className="size-1.5 animate-pulse rounded-full bg-accent"
            style={{ animationDelay: `${delayMs}ms` }}
          />
        ))}
      </span>
      {label}
    </p>
  )
}
