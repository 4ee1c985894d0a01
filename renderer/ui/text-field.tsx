import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'size'> & {
  readonly label: string
  /** Keeps the label for screen readers only. */
  readonly isLabelHidden?: boolean
  /** What is expected, under the field. */
  readonly hint?: ReactNode
  /** What is wrong with the value and what to do about it. Replaces the hint. */
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  onChange,
  className,
  ...input
}: TextFieldProps) {
  const id = useId()
  const noteId = useId()
  const note = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'mb-1.5 block text-sm font-medium'}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        aria-invalid={error !== undefined || undefined}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(
          'h-9 w-full rounded-lg border bg-surface px-3 text-sm text-ink placeholder:text-muted disabled:cursor-not-allowed disabled:opacity-50',
          error === undefined ? 'border-line hover:border-line-strong' : 'border-danger',
        )}
        {...input}
      />
      {note !== undefined && (
        <div id={noteId} className={classNames('mt-1.5 text-xs', error === undefined ? 'text-muted' : 'text-danger')}>
          {note}
        </div>
      )}
    </div>
  )
}
