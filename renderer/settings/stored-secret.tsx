import { KeyRound } from 'lucide-react'
import { Button } from '../ui/button.tsx'

/** Says that a secret is there. Its value never comes back to the page, so it cannot be shown. */
export function StoredSecret({
  words,
  isBusy,
  onForget,
}: {
  readonly words: string
  readonly isBusy: boolean
  readonly onForget: () => void
}) {
  return (
    <div className="flex items-center gap-3 rounded-lg bg-success-soft px-3.5 py-2 text-sm">
      <KeyRound aria-hidden className="size-4 shrink-0 text-success" />
      <span className="min-w-0 flex-1">{words}</span>
      <Button size="small" isBusy={isBusy} onClick={onForget}>
        Forget
      </Button>
    </div>
  )
}
