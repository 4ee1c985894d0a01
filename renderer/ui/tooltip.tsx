import { Tooltip as RadixTooltip } from 'radix-ui'
import type { FocusEvent, ReactElement, ReactNode } from 'react'

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left'

/** A short explanation on hover and focus. Never the only place something is said. */
export function Tooltip({
  text,
  side = 'bottom',
  children,
}: {
  readonly text: string
  readonly side?: TooltipSide
  readonly children: ReactElement
}) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild onFocus={ignoreUnlessVisible}>
        {children}
      </RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-raised select-none"
        >
          {text}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  )
}

/** A focus that came with a click, or back from a dialog, asks for no explanation. */
function ignoreUnlessVisible(event: FocusEvent): void {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}

/** Once, around the page. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RadixTooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </RadixTooltip.Provider>
  )
}
