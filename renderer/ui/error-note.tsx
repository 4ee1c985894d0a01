import { CircleAlert, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WireError } from '../../shared/errors.ts'
import { Button } from './button.tsx'

/** A failure in words: what happened, what to do next, and a button where trying again can help. */
export function ErrorNote({
  error,
  onRetry,
  children,
}: {
  readonly error: WireError
  readonly onRetry?: (() => void) | undefined
  /** More actions beside "Try again". */
  readonly children?: ReactNode
}) {
  return (
    <div role="alert" className="flex gap-3 rounded-xl bg-danger-soft px-4 py-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words text-danger">{error.message}</p>
        {error.hint !== undefined && <p className="mt-1 break-words text-ink">{error.hint}</p>}
        {(onRetry !== undefined || children !== undefined) && (
          <div className="mt-3 flex flex-wrap gap-2">
            {onRetry !== undefined && (
              <Button size="small" onClick={onRetry}>
                <RotateCw aria-hidden /> Try again
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  )
}
