import { classNames } from '../ui/class-names.ts'
import { formatCount, formatPercent } from '../ui/format.ts'
import { contextParts, type ContextPart } from './context-parts.ts'
import type { ContextUse } from './context-use.ts'

/** The context as a bar of its parts, with a legend that says the same in words and numbers. */
export function ContextBar({
  use,
  contextTokens,
}: {
  readonly use: ContextUse
  readonly contextTokens: number | undefined
}) {
  const fraction = contextTokens === undefined ? 1 : Math.min(1, use.tokens / contextTokens)
  const parts = use.breakdown === undefined ? [] : contextParts(use.breakdown)
  return (
    <>
      <div
        role="meter"
        aria-label="Share of the context in use"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(fraction * 100)}
        aria-valuetext={formatPercent(fraction)}
        className="h-2 overflow-hidden rounded-full bg-hover"
      >
        <div className="flex h-full min-w-1.5 gap-px" style={{ width: `${fraction * 100}%` }}>
          {parts.length === 0 && <div className="h-full flex-1 bg-accent" />}
          {parts.map(({ name, share }) => (
            <div key={name} className={classNames('h-full min-w-px', colours[name])} style={{ flexGrow: share }} />
          ))}
        </div>
      </div>
      {parts.length > 0 && (
        <ul aria-label="What fills the context" className="space-y-1 text-xs">
          {parts.map(({ name, label, tokens, share }) => (
            <li key={name} className="flex items-center gap-2">
              <span aria-hidden className={classNames('size-2.5 shrink-0 rounded-xs', colours[name])} />
              <span className="min-w-0 flex-1 truncate text-muted">{label}</span>
              <span className="tabular-nums">{`about ${formatCount(tokens)}`}</span>
              <span className="w-16 text-right whitespace-nowrap text-muted tabular-nums">{formatPercent(share)}</span>
            </li>
          ))}
          {contextTokens !== undefined && (
            <li className="flex items-center gap-2">
              <span aria-hidden className="size-2.5 shrink-0 rounded-xs bg-hover" />
              <span className="min-w-0 flex-1 truncate text-muted">Free</span>
              <span className="tabular-nums">{formatCount(Math.max(0, contextTokens - use.tokens))}</span>
              <span className="w-16" />
            </li>
          )}
        </ul>
      )}
    </>
  )
}

const colours: Readonly<Record<ContextPart['name'], string>> = {
  tools: 'bg-series-1',
  system: 'bg-series-2',
  attachments: 'bg-series-3',
  results: 'bg-series-4',
  conversation: 'bg-series-5',
}
