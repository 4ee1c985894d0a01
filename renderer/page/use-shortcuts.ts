import { useEffect } from 'react'
import { askForSearch, openConversation } from '../state/ui.ts'

/** Ctrl or Cmd with N: a new chat. With K: search. (A browser keeps Ctrl+N for itself; the desktop app does not.) */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return
      // What opens above the page is answered first.
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      const action = shortcuts[event.key.toLowerCase()]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

const shortcuts: Readonly<Record<string, () => void>> = {
  n: () => openConversation(null),
  k: askForSearch,
}
