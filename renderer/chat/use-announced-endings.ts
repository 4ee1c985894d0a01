import { useEffect, useRef } from 'react'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunStop } from '../../shared/run-events.ts'
import { announce } from '../state/announcements.ts'
import { useRuns } from '../state/runs.ts'
import { isSummaryRun } from './is-summary-run.ts'
import { useActiveRun } from './use-active-run.ts'

/** Tells a screen reader when an answer that was on its way is over, and how. */
export function useAnnouncedEndings(conversationId: ConversationId | null): void {
  const activeRun = useActiveRun(conversationId)
  const watched = useRef<RunId>(undefined)
  useEffect(() => {
    const ended = watched.current
    watched.current = activeRun
    if (ended === undefined || ended === activeRun) return
    const run = useRuns.getState().byId[ended]
    if (run?.conversationId !== conversationId || run.stop === null) return
    announce(
      run.stop.kind === 'completed' && isSummaryRun(run) ? 'Earlier messages were summarised.' : endingWords(run.stop),
    )
  }, [activeRun, conversationId])
}

function endingWords(stop: RunStop): string {
  switch (stop.kind) {
    case 'completed':
      return 'The answer is complete.'
    case 'cancelled':
      return 'The answer was stopped.'
    case 'max-tokens':
      return 'The answer reached its length limit. You can continue it.'
    case 'turn-limit':
      return 'The agent reached its limit of steps. You can continue the answer.'
    case 'interrupted':
      return 'The answer was interrupted. You can continue it.'
    case 'refused':
      return stop.reason
    case 'failed':
      return stop.error.message
  }
}
