import type { RunState } from '../../shared/run-events.ts'
import { classNames } from '../ui/class-names.ts'
import { formatCount, formatPercent } from '../ui/format.ts'
import { contextTokensUsed } from './run-metrics.ts'

/** How full the model's context was at its last call. */
export function ContextFill({
  runs,
  contextTokens,
}: {
  readonly runs: readonly RunState[]
  /** Absent when the model's limit is not known. */
  readonly contextTokens: number | undefined
}) {
  const used = contextTokensUsed(runs)
  // Nothing read was nothing to hold: the offline analyst has no context.
  if (used === null || used === 0) return null
  const fraction = contextTokens === undefined ? undefined : Math.min(1, used / contextTokens)
  return (
    <section aria-label="Context" className="space-y-2 px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">Context</h2>
        <span className="text-xs text-muted tabular-nums">
          {contextTokens === undefined
            ? `${formatCount(used)} tokens`
            : `${formatCount(used)} of ${formatCount(contextTokens)}`}
        </span>
      </div>
      {fraction === undefined ? (
        <p className="text-xs text-muted">This model’s limit is not known.</p>
      ) : (
        <div
          role="meter"
          aria-label="Share of the context in use"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(fraction * 100)}
          aria-valuetext={formatPercent(fraction)}
          className="h-1.5 overflow-hidden rounded-full bg-hover"
        >
          <div
            className={classNames('h-full min-w-1 rounded-full', fraction > 0.85 ? 'bg-warning' : 'bg-accent')}
            style={{ width: `${fraction * 100}%` }}
          />
        </div>
      )}
    </section>
  )
}
