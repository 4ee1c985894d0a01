import { useEffect } from 'react'
import type { ConversationId } from '../../shared/ids.ts'
import { cancelRun } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { useActiveRun } from './use-active-run.ts'

/** Escape stops the answer on its way. Whatever is open above the chat takes its own Escape first. */
export function useEscapeToStop(conversationId: ConversationId | null): void {
  const activeRun = useActiveRun(conversationId)
  useEffect(() => {
    if (activeRun === undefined) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return
      cancelRun(activeRun).catch(showFailure)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [activeRun])
}
