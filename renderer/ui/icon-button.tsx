import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip, type TooltipSide } from './tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  /** What it does, for screen readers and the tooltip: the icon alone never has to be guessed. */
  readonly label: string
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
  readonly tooltipSide?: TooltipSide
}

/** A button whose one child is an icon. */
export function IconButton({
  label,
  variant = 'ghost',
  size = 'medium',
  tooltipSide = 'bottom',
  className,
  ...button
}: IconButtonProps) {
  return (
    <Tooltip text={label} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        className={classNames(base, variants[variant], sizes[size], className)}
        {...button}
      />
    </Tooltip>
  )
}

const base =
  'inline-flex shrink-0 items-center justify-center rounded-lg transition-colors select-none disabled:cursor-not-allowed disabled:opacity-40'

const variants = {
  ghost: 'text-muted enabled:hover:bg-hover enabled:hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink',
  secondary: 'border border-line bg-surface text-ink enabled:hover:bg-hover',
  primary: 'bg-accent text-on-accent enabled:hover:bg-accent-hover',
}

const sizes = {
  small: 'size-7 [&_svg]:size-4',
  medium: 'size-9 [&_svg]:size-[18px]',
}
