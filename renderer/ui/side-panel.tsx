import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A panel at the side of the page. Where there is no room beside the rest, it opens over it and takes the focus. */
export function SidePanel({
  label,
  side,
  isOpen,
  hasRoom,
  onClose,
  className,
  children,
}: {
  readonly label: string
  readonly side: 'left' | 'right'
  readonly isOpen: boolean
  readonly hasRoom: boolean
  readonly onClose: () => void
  /** Width and background. */
  readonly className: string
  readonly children: ReactNode
}) {
  if (hasRoom) {
    if (!isOpen) return null
    return (
      <aside aria-label={label} className={classNames('h-full shrink-0 border-line', borders[side], className)}>
        {children}
      </aside>
    )
  }
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-30 bg-black/40 data-[state=open]:animate-fade-in" />
        <RadixDialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // On the panel itself: a button focused for nothing would show its tooltip, which takes the first Escape.
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          className={classNames(
            'fixed inset-y-0 z-30 max-w-[calc(100vw-3rem)] border-line shadow-raised focus:outline-none data-[state=open]:animate-fade-in',
            borders[side],
            side === 'left' ? 'left-0' : 'right-0',
            className,
          )}
        >
          <RadixDialog.Title className="sr-only">{label}</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

const borders = { left: 'border-r', right: 'border-l' }
