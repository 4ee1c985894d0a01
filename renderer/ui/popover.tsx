import { Popover as RadixPopover } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A panel that hangs on a button and closes on Escape or a click elsewhere. */
export function Popover({
  label,
  trigger,
  isOpen,
  onOpenChange,
  side = 'top',
  align = 'start',
  className,
  children,
}: {
  /** What the panel is for, for screen readers. */
  readonly label: string
  readonly trigger: ReactElement
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <RadixPopover.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={12}
          className={classNames(
            'z-50 flex max-h-(--radix-popover-content-available-height) flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-raised focus:outline-none',
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
