import type { ConversationId } from '../../shared/ids.ts'
import { continueRun, retryRun } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { useRunChoice } from '../state/use-run-choice.ts'

export type RunActions = { readonly retry: () => void; readonly continue: () => void }

/** Taking a conversation's last run up again, with what is chosen in the composer now. */
export function useRunActions(conversationId: ConversationId | null): RunActions {
  const choice = useRunChoice(conversationId)
  const act = (action: typeof retryRun) => {
    if (conversationId === null || choice === undefined) return
    action({ conversationId, ...choice }).catch(showFailure)
  }
  return { retry: () => act(retryRun), continue: () => act(continueRun) }
}
