import { ArrowUp, Square } from 'lucide-react'
import type { RunId } from '../../../shared/ids.ts'
import { cancelRun } from '../../state/runs.ts'
import { showFailure } from '../../state/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Sends; while an answer is on its way, stops it. */
export function SendButton({
  activeRun,
  isBlocked,
  onSend,
}: {
  readonly activeRun: RunId | undefined
  readonly isBlocked: boolean
  readonly onSend: () => Promise<void>
}) {
  if (activeRun !== undefined) {
    return (
      <IconButton
        label="Stop"
        variant="primary"
        tooltipSide="top"
        onClick={() => {
          cancelRun(activeRun).catch(showFailure)
        }}
      >
        <Square className="size-3.5! fill-current" />
      </IconButton>
    )
  }
  return (
    <IconButton
      label="Send"
      variant="primary"
      tooltipSide="top"
      disabled={isBlocked}
      onClick={() => {
        onSend().catch(showFailure)
      }}
    >
      <ArrowUp />
    </IconButton>
  )
}
