import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A region that scrolls by itself and can be scrolled with the keyboard. */
export function ScrollArea({
  label,
  className,
  children,
}: {
  /** What scrolls here, for screen readers. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    // A region that scrolls must take the focus, or its end is out of reach without a mouse.
    <section aria-label={label} tabIndex={0} className={classNames('overflow-auto overscroll-contain', className)}>
      {children}
    </section>
  )
}
