import { CircleAlert, Paperclip, X } from 'lucide-react'
import type { WireError } from '../../shared/errors.ts'
import { classNames } from '../ui/class-names.ts'
import { formatBytes } from '../ui/format.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Spinner } from '../ui/spinner.tsx'

/** A file handed to a conversation, by name and size. */
export function AttachmentChip({
  name,
  bytes,
  error,
  isBusy = false,
  onRemove,
}: {
  readonly name: string
  readonly bytes?: number | undefined
  readonly error?: WireError | undefined
  readonly isBusy?: boolean
  readonly onRemove?: () => void
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-9 max-w-72 items-center gap-2 rounded-lg border pl-2.5 text-xs',
        onRemove === undefined ? 'pr-3' : 'pr-1',
        error === undefined ? 'border-line bg-surface' : 'border-danger bg-danger-soft',
      )}
      title={error === undefined ? undefined : `${error.message} ${error.hint ?? ''}`}
    >
      <ChipIcon isBusy={isBusy} hasError={error !== undefined} />
      <span className="truncate font-medium">{name}</span>
      {bytes !== undefined && <span className="shrink-0 text-muted">{formatBytes(bytes)}</span>}
      {error !== undefined && <span className="max-w-40 truncate text-danger">{error.message}</span>}
      {onRemove !== undefined && (
        <IconButton label={`Remove ${name}`} size="small" onClick={onRemove} tooltipSide="top">
          <X />
        </IconButton>
      )}
    </span>
  )
}

function ChipIcon({ isBusy, hasError }: { readonly isBusy: boolean; readonly hasError: boolean }) {
  if (isBusy) return <Spinner size={14} label="Adding" />
  if (hasError) return <CircleAlert aria-hidden className="size-3.5 shrink-0 text-danger" />
  return <Paperclip aria-hidden className="size-3.5 shrink-0 text-muted" />
}
