import type { ReactNode } from 'react'
import { formatCost, formatCount, formatDollars, formatDuration, formatPercent } from '../ui/format.ts'
import type { CacheMetrics } from './cache-metrics.ts'
import type { RunMetrics } from './run-metrics.ts'
import { ToolTable } from './tool-table.tsx'

/** The figures of one turn or of several together. */
export function MetricsSection({
  title,
  subtitle,
  metrics,
  cache,
  firstTokenLabel = 'First token',
  children,
}: {
  readonly title: string
  readonly subtitle?: string
  readonly metrics: RunMetrics
  /** null where nothing was cached or could be. */
  readonly cache: CacheMetrics | null
  readonly firstTokenLabel?: string
  /** More about the same, between the sums and the tools. */
  readonly children?: ReactNode
}) {
  const { usage, timeToFirstTokenMs, tokensPerSecond } = metrics
  return (
    <section aria-label={title} className="space-y-4 px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">{title}</h2>
        <span className="text-xs text-muted">
          {subtitle ?? (metrics.calls === 1 ? '1 model call' : `${metrics.calls} model calls`)}
        </span>
      </div>
      <dl className="grid grid-cols-3 gap-2">
        <Figure label="Cost" value={metrics.cost === null ? none : formatCost(metrics.cost)} />
        <Figure
          label={firstTokenLabel}
          value={timeToFirstTokenMs === null ? none : formatDuration(timeToFirstTokenMs)}
        />
        <Figure label="Tokens/s" value={tokensPerSecond === null ? none : tokensPerSecond.toFixed(1)} />
      </dl>
      <dl className="space-y-1.5 text-sm">
        <Row label="Input">{usage.inputTokens}</Row>
        <Row label="Output">{usage.outputTokens}</Row>
        <Row label="Cache read">{usage.cacheReadTokens}</Row>
        <Row label="Cache write">{usage.cacheWriteTokens}</Row>
      </dl>
      {cache !== null && <CacheFigures cache={cache} />}
      <Doubt metrics={metrics} />
      {children}
      {metrics.tools.length > 0 && <ToolTable tools={metrics.tools} />}
    </section>
  )
}

const none = '–'

function CacheFigures({ cache: { hitRate, savedUsd } }: { readonly cache: CacheMetrics }) {
  const isLoss = savedUsd !== null && savedUsd < 0
  return (
    <dl className="grid grid-cols-2 gap-2">
      <Figure label="Cache hit rate" value={hitRate === null ? none : formatPercent(hitRate)} />
      <Figure
        label={isLoss ? 'Lost to the cache so far' : 'Saved by the cache'}
        value={savedUsd === null ? 'unknown' : formatDollars(Math.abs(savedUsd))}
      />
    </dl>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex flex-col justify-between rounded-lg bg-sunken px-2.5 py-2">
      <dt className="text-xs leading-tight text-muted">{label}</dt>
      <dd className="mt-1 text-[15px] font-semibold whitespace-nowrap tabular-nums">{value}</dd>
    </div>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: number }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-muted">{label}</dt>
      <dd className="tabular-nums" title={`${children.toLocaleString('en-US')} tokens`}>
        {formatCount(children)}
      </dd>
    </div>
  )
}

/** What the figures leave out, said where they are read. */
function Doubt({ metrics }: { readonly metrics: RunMetrics }) {
  const sentences: string[] = []
  if (metrics.callsWithoutUsage > 0) {
    const calls = metrics.callsWithoutUsage === 1 ? '1 call' : `${metrics.callsWithoutUsage} calls`
    sentences.push(`${calls} ended before the endpoint counted tokens, so these are a lower bound.`)
  }
  if (metrics.cost?.kind === 'unpriced') {
    sentences.push(
      metrics.knownUsd > 0
        ? `Part of the cost is unknown; at least ${formatDollars(metrics.knownUsd)}.`
        : 'There is no known price for this model, or its tokens were not counted.',
    )
  }
  return sentences.length === 0 ? null : <p className="text-xs text-muted">{sentences.join(' ')}</p>
}
