import type { RunState } from '../../shared/run-events.ts'
import { formatCount, formatDuration } from '../ui/format.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useNow } from '../ui/use-now.ts'
import { liveCall, type LiveCall } from './live-call.ts'

/** What the model is doing right now. Estimates are marked as such; the endpoint's count replaces them. */
export function LiveRow({ run }: { readonly run: RunState }) {
  const now = useNow(run.stop === null ? 250 : null)
  if (run.stop !== null) return null
  const call = liveCall(run, now)
  return (
    <div className="flex items-center gap-3 bg-accent-soft px-5 py-3 text-sm">
      <span className="text-accent">
        <Spinner size={16} />
      </span>
      <span className="min-w-0 flex-1">{call === null ? 'Using tools' : doing(call)}</span>
      {call !== null && call.kind !== 'retrying' && (
        <span className="text-muted tabular-nums">{formatDuration(Math.floor(call.elapsedMs / 100) * 100)}</span>
      )}
    </div>
  )
}

function doing(call: LiveCall): string {
  switch (call.kind) {
    case 'retrying':
      return `Trying again in ${formatDuration(Math.ceil(call.inMs / 1000) * 1000)} (attempt ${call.attempt})`
    case 'waiting':
      return 'Waiting for the first token'
    case 'streaming':
      return call.aboutTokensPerSecond === null
        ? `About ${formatCount(call.aboutTokens)} tokens`
        : `About ${formatCount(call.aboutTokens)} tokens · ${Math.round(call.aboutTokensPerSecond)}/s`
  }
}
