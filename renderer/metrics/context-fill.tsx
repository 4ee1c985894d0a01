import type { RunState } from '../../shared/run-events.ts'
import { formatCount, formatPercent } from '../ui/format.ts'
import { CompactButton } from './compact-button.tsx'
import { ContextBar } from './context-bar.tsx'
import { contextUse, type ContextUse } from './context-use.ts'

/** How full the model's context is, what fills it, and the way to make room. */
export function ContextFill({
  runs,
  contextTokens,
}: {
  readonly runs: readonly RunState[]
  /** Absent when the model's limit is not known. */
  readonly contextTokens: number | undefined
}) {
  const use = contextUse(runs)
  const conversationId = runs.at(-1)?.conversationId
  // Nothing read was nothing to hold: the offline analyst has no context.
  if (use === null || use.tokens === 0 || conversationId === undefined) return null
  return (
    <section aria-label="Context" className="space-y-3 px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">Context</h2>
        <span className="text-xs text-muted tabular-nums">{describeUse(use, contextTokens)}</span>
      </div>
      {contextTokens === undefined && <p className="text-xs text-muted">This model’s limit is not known.</p>}
      <ContextBar use={use} contextTokens={contextTokens} />
      <CompactButton conversationId={conversationId} runs={runs} />
    </section>
  )
}

function describeUse({ tokens, isEstimate }: ContextUse, contextTokens: number | undefined): string {
  const used = `${isEstimate ? 'about ' : ''}${formatCount(tokens)}`
  if (contextTokens === undefined) return `${used} tokens`
  return `${used} of ${formatCount(contextTokens)} (${formatPercent(tokens / contextTokens)})`
}
