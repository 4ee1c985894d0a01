import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = ComponentProps<'button'> & {
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
  /** Shows a spinner and takes no clicks while what it started is under way. */
  readonly isBusy?: boolean
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  isBusy = false,
  className,
  children,
  disabled,
  ...button
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(base, variants[variant], sizes[size], className)}
      disabled={disabled === true || isBusy}
      aria-busy={isBusy || undefined}
      {...button}
    >
      {isBusy && <Spinner size={14} />}
      {children}
    </button>
  )
}

const base =
  'inline-flex shrink-0 items-center justify-center rounded-lg font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:shrink-0'

const variants = {
  primary: 'bg-accent text-on-accent enabled:hover:bg-accent-hover',
  secondary: 'border border-line bg-surface text-ink enabled:hover:bg-hover',
  ghost: 'text-muted enabled:hover:bg-hover enabled:hover:text-ink',
  danger: 'bg-danger text-surface enabled:hover:opacity-90',
}

const sizes = {
  small: 'h-7 gap-1.5 px-2.5 text-xs [&_svg]:size-3.5',
  medium: 'h-9 gap-2 px-3.5 text-sm [&_svg]:size-4',
  large: 'h-11 gap-2 px-5 text-base [&_svg]:size-5',
}
