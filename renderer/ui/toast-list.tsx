import { X } from 'lucide-react'
import { Toast as RadixToast } from 'radix-ui'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export type ShownToast = {
  readonly id: number
  readonly tone: 'neutral' | 'danger'
  readonly text: string
  readonly detail?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Short messages in a corner. They wait while the pointer or the focus is on them; F8 leads there. */
export function ToastList({
  toasts,
  onDismiss,
}: {
  readonly toasts: readonly ShownToast[]
  readonly onDismiss: (id: number) => void
}) {
  return (
    <RadixToast.Provider label="Message" swipeDirection="right">
      {toasts.map((toast) => (
        <RadixToast.Root
          key={toast.id}
          duration={toast.tone === 'danger' ? 12_000 : 7000}
          onOpenChange={(open) => !open && onDismiss(toast.id)}
          className={classNames(
            'flex items-start gap-3 rounded-xl border bg-surface py-3 pr-2 pl-4 text-sm shadow-raised data-[state=open]:animate-fade-in',
            toast.tone === 'danger' ? 'border-danger' : 'border-line',
          )}
        >
          <div className="min-w-0 flex-1 py-0.5">
            <RadixToast.Title
              className={classNames('break-words', toast.tone === 'danger' && 'font-medium text-danger')}
            >
              {toast.text}
            </RadixToast.Title>
            {toast.detail !== undefined && (
              <RadixToast.Description className="mt-0.5 break-words text-muted">{toast.detail}</RadixToast.Description>
            )}
          </div>
          {toast.action !== undefined && (
            <RadixToast.Action
              altText={toast.action.label}
              onClick={toast.action.run}
              className="shrink-0 rounded-lg px-2.5 py-1 text-sm font-medium text-accent hover:bg-hover"
            >
              {toast.action.label}
            </RadixToast.Action>
          )}
          <RadixToast.Close asChild>
            <IconButton label="Dismiss" size="small" tooltipSide="top">
              <X />
            </IconButton>
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="fixed right-4 bottom-4 z-60 flex w-96 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none" />
    </RadixToast.Provider>
  )
}
