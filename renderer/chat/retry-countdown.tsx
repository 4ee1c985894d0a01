import { Clock, FastForward } from 'lucide-react'
import { useState } from 'react'
import type { RunId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import { retryNow } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'

/**
 * A model call failed in a way that passes: what happened, when it is tried again, and a way not to wait. It is told to
 * screen readers once (`useAnnouncedSteps`), so the seconds here are for the eyes only.
 */
export function RetryCountdown({
  runId,
  retry,
}: {
  readonly runId: RunId
  readonly retry: NonNullable<RunState['retry']>
}) {
  const now = useNow(500)
  const [hurriedAt, setHurriedAt] = useState<number | null>(null)
  const seconds = Math.max(0, Math.ceil((retry.at + retry.delayMs - now) / 1000))
  const isHurried = hurriedAt === retry.at
  const hurry = () => {
    setHurriedAt(retry.at)
    retryNow(runId).catch(showFailure)
  }
  return (
    <section
      aria-label="Waiting to try again"
      className="flex flex-wrap items-center gap-3 rounded-xl bg-warning-soft px-4 py-3 text-sm"
    >
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0 self-start text-warning" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium break-words text-warning">{retry.error.message}</p>
        <p className="mt-0.5 tabular-nums">
          {seconds === 0 || isHurried
            ? `Trying again now (attempt ${retry.attempt + 1}).`
            : `Trying again in ${seconds} s (attempt ${retry.attempt + 1}).`}
        </p>
      </div>
      <Button size="small" disabled={seconds === 0 || isHurried} onClick={hurry}>
        <FastForward aria-hidden /> Try now
      </Button>
    </section>
  )
}
