import type { ReactNode } from 'react'
import type { ModelCall } from '../../shared/run-events.ts'
import { selectModel, useModels } from '../state/models.ts'
import { formatCost, formatCount, formatDuration } from '../ui/format.ts'
import { describePoints, describeReach } from './describe-points.ts'

/** How one call came about: where cache points stood, what was predicted before it was sent, and what was counted. */
export function CallDetails({ call }: { readonly call: ModelCall }) {
  const { cache, usage, gaps, timeToFirstTokenMs } = call
  const model = useModels(selectModel(call.modelId))
  return (
    <dl className="space-y-1 rounded-lg bg-sunken px-3 py-2">
      <Row label="Model">{model?.label ?? call.modelId}</Row>
      {cache !== undefined && (
        <>
          <Row label="Cache points">{describePoints(cache.points)}</Row>
          <Row label="Predicted">
            {`${formatCount(cache.predicted.readTokens)} read (${describeReach(cache.predicted.reach)}), ${formatCount(cache.predicted.writeTokens)} written`}
          </Row>
        </>
      )}
      {cache !== undefined && usage !== null && (
        <>
          <Row label="Counted">
            {`${formatCount(usage.cacheReadTokens)} read (${describeReach(cache.reach)}), ${formatCount(usage.cacheWriteTokens)} written`}
          </Row>
          <Row label="Prediction">{cache.wasPredicted ? 'It came as predicted.' : 'It did not come as predicted.'}</Row>
        </>
      )}
      {timeToFirstTokenMs !== null && <Row label="First token">{formatDuration(timeToFirstTokenMs)}</Row>}
      {gaps !== undefined && gaps.count > 0 && (
        <Row label="Pauses">
          {`${gaps.count === 1 ? '1 pause' : `${gaps.count} pauses`} over 1 s, the longest ${formatDuration(gaps.longestMs)}`}
        </Row>
      )}
      <Row label="Cost">{formatCost(call.cost)}</Row>
    </dl>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-20 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
