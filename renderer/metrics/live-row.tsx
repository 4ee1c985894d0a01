import type { RunState } from '../../shared/run-events.ts'
import { useHeardAt } from '../state/runs.ts'
import { formatCount, formatDuration } from '../ui/format.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useNow } from '../ui/use-now.ts'
import { liveCall, type LiveCall } from './live-call.ts'

/** A pause this long is worth a word: the stream of a model seldom stands still for it. */
const pauseMs = 1000

/** What the model is doing right now. Estimates are marked as such; the endpoint's count replaces them. */
export function LiveRow({ run }: { readonly run: RunState }) {
  const now = useNow(run.stop === null ? 250 : null)
  const heardAt = useHeardAt((state) => state[run.runId] ?? run.startedAt)
  if (run.stop !== null) return null
  const call = liveCall(run, now, heardAt)
  return (
    <section aria-label="Now" className="flex items-start gap-3 bg-accent-soft px-5 py-3 text-sm">
      <span className="mt-0.5 text-accent">
        <Spinner size={16} />
      </span>
      <div className="min-w-0 flex-1 tabular-nums">
        <p>{call === null ? 'Using tools' : doing(call)}</p>
        {call?.kind === 'streaming' && <p className="text-xs text-muted">{pace(call)}</p>}
      </div>
      {call !== null && call.kind !== 'retrying' && (
        <span className="text-muted tabular-nums">{formatDuration(Math.floor(call.elapsedMs / 100) * 100)}</span>
      )}
    </section>
  )
}

function doing(call: LiveCall): string {
  switch (call.kind) {
    case 'retrying':
      return `Trying again in ${formatDuration(Math.ceil(call.inMs / 1000) * 1000)} (attempt ${call.attempt + 1})`
    case 'waiting':
      return 'Waiting for the first token'
    case 'streaming':
      return call.aboutTokensPerSecond === null
        ? `About ${formatCount(call.aboutTokens)} tokens`
        : `About ${formatCount(call.aboutTokens)} tokens · ${Math.round(call.aboutTokensPerSecond)}/s`
  }
}

function pace({ firstTokenMs, silentMs }: Extract<LiveCall, { kind: 'streaming' }>): string {
  const first = firstTokenMs === null ? 'Taken up again' : `First token after ${formatDuration(firstTokenMs)}`
  return silentMs > pauseMs ? `${first} · no data for ${Math.floor(silentMs / 1000)} s` : first
}
