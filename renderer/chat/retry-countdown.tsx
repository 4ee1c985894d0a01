import { Clock } from 'lucide-react'
import type { RunState } from '../../shared/run-events.ts'
import { useNow } from '../ui/use-now.ts'

/** A model call failed in a way that passes: what happened, and when it is tried again. */
export function RetryCountdown({ retry }: { readonly retry: NonNullable<RunState['retry']> }) {
  const now = useNow(500)
  const seconds = Math.max(0, Math.ceil((retry.at + retry.delayMs - now) / 1000))
  return (
    <div className="flex gap-3 rounded-xl bg-warning-soft px-4 py-3 text-sm">
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div>
        <p className="font-medium text-warning">{retry.error.message}</p>
        <p className="mt-0.5 tabular-nums">
          {seconds === 0
            ? `Trying again now (attempt ${retry.attempt}).`
            : `Trying again in ${seconds} s (attempt ${retry.attempt}).`}
        </p>
      </div>
    </div>
  )
}
