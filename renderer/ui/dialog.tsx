import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { useReturningFocus } from './use-returning-focus.ts'

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title, read out with it. */
  readonly description?: string
  readonly size?: keyof typeof sizes
  /** Whether a click outside closes it. Escape and the cross always do. */
  readonly closesOnOutsideClick?: boolean
  /** Prevent its default to put the focus elsewhere than on the first control. */
  readonly onOpenAutoFocus?: (event: Event) => void
  /** Buttons, at the bottom, in reach while the body scrolls. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  size = 'medium',
  closesOnOutsideClick = true,
  onOpenAutoFocus,
  footer,
  children,
}: DialogProps) {
  const focus = useReturningFocus()
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-black/40 data-[state=open]:animate-fade-in" />
        <RadixDialog.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            focus.remember()
            onOpenAutoFocus?.(event)
          }}
          onCloseAutoFocus={focus.giveBack}
          onInteractOutside={(event) => !closesOnOutsideClick && event.preventDefault()}
          className={classNames(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-raised focus:outline-none data-[state=open]:animate-fade-in',
            sizes[size],
          )}
        >
          <div className="pt-5 pr-14 pb-3 pl-6">
            <RadixDialog.Title className="text-lg leading-7 font-semibold">{title}</RadixDialog.Title>
            {description !== undefined && (
              <RadixDialog.Description className="mt-1 text-sm text-muted">{description}</RadixDialog.Description>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{children}</div>
          {footer !== undefined && (
            <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-4">{footer}</div>
          )}
          {/* Last, so that the focus starts at what the dialog is about. */}
          <RadixDialog.Close asChild>
            <IconButton label="Close" size="small" className="absolute top-5 right-4">
              <X />
            </IconButton>
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

const sizes = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-3xl' }
