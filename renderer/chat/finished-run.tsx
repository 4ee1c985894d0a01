import { FoldVertical, RotateCw } from 'lucide-react'
import type { WireError } from '../../shared/errors.ts'
import type { ModelId, RunId } from '../../shared/ids.ts'
import { messageText } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { addCost, type Cost } from '../../shared/usage.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { formatCost, formatDuration } from '../ui/format.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { AutomaticChoice } from './automatic-choice.tsx'
import { CopyButton } from './copy-button.tsx'
import { isSummaryRun } from './is-summary-run.ts'
import { RunStopNote } from './run-stop-note.tsx'
import { useRunActions } from './use-run-actions.ts'

/** A run that is over: why, unless it simply finished, and what can be done with it. */
export function FinishedRun({ runId, isLast }: { readonly runId: RunId; readonly isLast: boolean }) {
  const run = useRuns(({ byId }) => byId[runId])
  const model = useModels(selectModel(run && answeringModel(run)))
  const actions = useRunActions(run?.conversationId ?? null)
  if (run === undefined || run.stop === null) return null
  const text = answerText(run)
  const isSummary = isSummaryRun(run)
  if (isSummary && run.stop.kind === 'failed') return <QuietStop error={run.stop.error} />
  const canAskAgain = isLast && !isSummary
  return (
    <div className="flex flex-col gap-2">
      <RunStopNote stop={run.stop} {...(canAskAgain ? { onRetry: actions.retry, onContinue: actions.continue } : {})} />
      <div className="-ml-1.5 flex items-center gap-0.5 text-xs text-muted">
        {text !== '' && <CopyButton text={text} label="Copy answer" />}
        {canAskAgain && run.stop.kind !== 'failed' && (
          <IconButton label="Answer again" size="small" onClick={actions.retry}>
            <RotateCw />
          </IconButton>
        )}
        <span className="ml-1.5 truncate tabular-nums">{runFacts(run, model?.label ?? run.modelId).join(' · ')}</span>
      </div>
      <AutomaticChoice runId={runId} isLast={isLast} />
    </div>
  )
}

/** There was nothing to summarise: no failure, and nothing to be done about. */
function QuietStop({ error }: { readonly error: WireError }) {
  return (
    <p className="flex gap-2 py-1.5 text-xs leading-5 text-muted">
      <FoldVertical aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{[error.message, error.hint].join(' ')}</span>
    </p>
  )
}

/** Another model than the first may have answered: one chosen in the middle, or one that took over. */
function answeringModel({ calls, modelId }: RunState): ModelId {
  return calls.findLast(({ purpose }) => purpose === undefined)?.modelId ?? modelId
}

function answerText(run: RunState): string {
  return run.messages
    .filter(({ role }) => role === 'assistant')
    .map(messageText)
    .filter((text) => text !== '')
    .join('\n\n')
}

function runFacts(run: RunState, modelLabel: string): readonly string[] {
  const cost = run.calls.reduce<Cost>((sum, call) => addCost(sum, call.cost), { kind: 'free' })
  return [
    modelLabel,
    ...(run.endedAt === null ? [] : [formatDuration(run.endedAt - run.startedAt)]),
    ...(run.calls.length === 0 ? [] : [cost.kind === 'unpriced' ? 'cost unknown' : formatCost(cost)]),
  ]
}
