import { useRef } from 'react'

/**
 * Gives the focus back to what had it before a dialog opened. Radix would give it to the dialog's trigger, and
 * dialogs that open from a store have none: the focus would be lost.
 */
export function useReturningFocus(): { readonly remember: () => void; readonly giveBack: (event: Event) => void } {
  const before = useRef<Element | null>(null)
  return {
    remember: () => {
      before.current = document.activeElement
    },
    giveBack: (event) => {
      event.preventDefault()
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    },
  }
}
