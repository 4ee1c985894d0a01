import { Gauge } from 'lucide-react'
import { useMemo } from 'react'
import type { RunState } from '../../shared/run-events.ts'
import { selectModel, useModels } from '../state/models.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { AgentUsageSection } from './agent-usage-section.tsx'
import { cacheMetrics } from './cache-metrics.ts'
import { CallTable } from './call-table.tsx'
import { ContextFill } from './context-fill.tsx'
import { LiveRow } from './live-row.tsx'
import { conversationMetrics, runMetrics } from './run-metrics.ts'
import { MetricsSection } from './metrics-section.tsx'
import { useCurrentRuns } from './use-current-runs.ts'

/** What the last turn and the conversation took and cost, as the endpoint counted it. */
export function MetricsPanel() {
  const runs = useCurrentRuns()
  const last = runs.at(-1)
  if (last === undefined) {
    return (
      <div className="divide-y divide-line">
        <EmptyState icon={<Gauge />} title="Nothing measured yet">
          Send a message. Tokens, speed, cost and tools of each turn appear here, live.
        </EmptyState>
        <AgentUsageSection finishedRuns={0} />
      </div>
    )
  }
  return <Measured runs={runs} last={last} />
}

function Measured({ runs, last }: { readonly runs: readonly RunState[]; readonly last: RunState }) {
  const lastModelId = last.calls.at(-1)?.modelId ?? last.modelId
  const model = useModels(selectModel(lastModelId))
  // A run under way changes with every delta; what is measured changes with its calls and tools only.
  const { calls, tools } = last
  const turn = useMemo(() => runMetrics({ ...last, calls, tools }), [last, calls, tools])
  const whole = useMemo(() => conversationMetrics(runs), [runs])
  const wholeCache = useMemo(() => cacheMetrics(runs.flatMap((run) => run.calls)), [runs])
  return (
    <div className="divide-y divide-line">
      <LiveRow run={last} />
      <MetricsSection title="Last turn" metrics={turn} cache={cacheMetrics(calls)}>
        {calls.some(({ cache }) => cache !== undefined) && <CallTable calls={calls} />}
      </MetricsSection>
      <ContextFill runs={runs} contextTokens={model?.contextTokens} />
      <MetricsSection
        title="Conversation"
        subtitle={runs.length === 1 ? '1 turn' : `${runs.length} turns`}
        metrics={whole}
        cache={wholeCache}
        firstTokenLabel="Median first token"
      />
      <AgentUsageSection finishedRuns={runs.filter(({ stop }) => stop !== null).length} />
    </div>
  )
}
