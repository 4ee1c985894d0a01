import type { ToolProgress } from '../../shared/run-events.ts'
import { cancelProfile } from '../state/profiles.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { formatPercent } from '../ui/format.ts'
import { Spinner } from '../ui/spinner.tsx'

/** How far the reading is, and the way to stop it. */
export function ProfileProgress({ path, progress }: { readonly path: string; readonly progress: ToolProgress | null }) {
  const words = progress?.message ?? `Reading ${path}`
  const percent = progress?.fraction === undefined ? undefined : Math.round(progress.fraction * 100)
  return (
    <div className="space-y-3 px-5 py-6">
      <p className="flex items-start gap-2 text-sm">
        <span className="mt-0.5 text-muted">
          <Spinner size={16} />
        </span>
        <span className="min-w-0 flex-1 break-words">{words}</span>
        {progress?.fraction !== undefined && (
          <span className="text-muted tabular-nums">{formatPercent(progress.fraction)}</span>
        )}
      </p>
      <div
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent ?? 0}%` }} />
      </div>
      <Button size="small" onClick={cancel}>
        Cancel
      </Button>
    </div>
  )
}

function cancel(): void {
  cancelProfile().catch(showFailure)
}
