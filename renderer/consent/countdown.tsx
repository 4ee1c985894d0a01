import { Timer } from 'lucide-react'
import { useNow } from '../ui/use-now.ts'

/** Says when an unanswered question runs out, in its last minute. */
export function Countdown({ expiresAt }: { readonly expiresAt: number }) {
  const seconds = Math.ceil((expiresAt - useNow(1000)) / 1000)
  if (seconds >= 60) return null
  return (
    <p role="timer" className="flex items-center gap-2 text-xs text-warning tabular-nums">
      <Timer aria-hidden className="size-3.5 shrink-0" />
      {seconds > 0
        ? `${seconds} s left. Without an answer nothing runs, and the agent is told that nobody answered.`
        : 'Time is up. Nothing runs.'}
    </p>
  )
}
