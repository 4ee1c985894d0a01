import { useEffect } from 'react'
import type { ConversationId } from '../../shared/ids.ts'
import { cancelRun } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { useActiveRun } from './use-active-run.ts'

/** Escape stops the answer on its way. Whatever is open above the chat, and every single-line field, has its own Escape. */
export function useEscapeToStop(conversationId: ConversationId | null): void {
  const activeRun = useActiveRun(conversationId)
  useEffect(() => {
    if (activeRun === undefined) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.target instanceof HTMLInputElement) return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return
      cancelRun(activeRun).catch(showFailure)
    }
    // On the way down: on the way up, a dialog this very key has closed would be gone already.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [activeRun])
}
