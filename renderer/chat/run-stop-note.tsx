import { CircleSlash, Ruler, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RunStop } from '../../shared/run-events.ts'
import { openSettings } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

/** Why a run is over, in words, with what helps. A completed one needs no words. */
export function RunStopNote({
  stop,
  onRetry,
  onContinue,
}: {
  readonly stop: RunStop
  /** Absent for runs that are not the last: those cannot be taken up again. */
  readonly onRetry?: () => void
  readonly onContinue?: () => void
}) {
  switch (stop.kind) {
    case 'completed':
      return null
    case 'cancelled':
      return (
        <Note icon={<CircleSlash />}>You stopped this answer. What was written is kept; ask on whenever you like.</Note>
      )
    case 'max-tokens':
      return (
        <Note icon={<Ruler />} onContinue={onContinue}>
          The answer reached the model’s length limit.
        </Note>
      )
    case 'turn-limit':
      return (
        <Note icon={<Ruler />} onContinue={onContinue}>
          {`The agent stopped after ${stop.turns} steps, which is its limit for one answer.`}
        </Note>
      )
    case 'interrupted':
      return (
        <Note icon={<Unplug />} onContinue={onContinue}>
          The app closed while this answer was being written. Everything up to here was kept.
        </Note>
      )
    case 'refused':
      return <Note icon={<CircleSlash />}>{stop.reason}</Note>
    case 'failed':
      return (
        <ErrorNote error={stop.error} onRetry={onRetry}>
          {concernsModelAccess.has(stop.error.code) ? (
            <Button size="small" onClick={() => openSettings('models')}>
              Open model settings
            </Button>
          ) : undefined}
        </ErrorNote>
      )
  }
}

const concernsModelAccess: ReadonlySet<string> = new Set([
  'CREDENTIALS_MISSING',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_REJECTED',
  'MODEL_ACCESS_DENIED',
  'MODEL_NOT_FOUND',
  'MODEL_NEEDS_PROFILE',
  'MODEL_UNREACHABLE',
])

function Note({
  icon,
  onContinue,
  children,
}: {
  readonly icon: ReactNode
  readonly onContinue?: (() => void) | undefined
  readonly children: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-sunken px-4 py-2.5 text-sm">
      <span aria-hidden className="text-muted [&_svg]:size-4">
        {icon}
      </span>
      <p className="min-w-0 flex-1">{children}</p>
      {onContinue !== undefined && (
        <Button size="small" onClick={onContinue}>
          Continue
        </Button>
      )}
    </div>
  )
}
