import { RotateCw } from 'lucide-react'
import type { RunId } from '../../shared/ids.ts'
import { messageText } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { addCost, type Cost } from '../../shared/usage.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { formatCost, formatDuration } from '../ui/format.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CopyButton } from './copy-button.tsx'
import { RunStopNote } from './run-stop-note.tsx'
import { useRunActions } from './use-run-actions.ts'

/** A run that is over: why, unless it simply finished, and what can be done with it. */
export function FinishedRun({ runId, isLast }: { readonly runId: RunId; readonly isLast: boolean }) {
  const run = useRuns(({ byId }) => byId[runId])
  const model = useModels(selectModel(run?.modelId))
  const actions = useRunActions(run?.conversationId ?? null)
  if (run === undefined || run.stop === null) return null
  const text = answerText(run)
  return (
    <div className="flex flex-col gap-2">
      <RunStopNote stop={run.stop} {...(isLast ? { onRetry: actions.retry, onContinue: actions.continue } : {})} />
      <div className="-ml-1.5 flex items-center gap-0.5 text-xs text-muted">
        {text !== '' && <CopyButton text={text} label="Copy answer" />}
        {isLast && run.stop.kind !== 'failed' && (
          <IconButton label="Answer again" size="small" onClick={actions.retry}>
            <RotateCw />
          </IconButton>
        )}
        <span className="ml-1.5 truncate tabular-nums">{runFacts(run, model?.label ?? run.modelId).join(' · ')}</span>
      </div>
    </div>
  )
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
