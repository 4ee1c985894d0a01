import { useShallow } from 'zustand/react/shallow'
import type { RunState } from '../../shared/run-events.ts'
import { useRuns } from '../state/runs.ts'
import { useUi } from '../state/ui.ts'

/** The runs of the open conversation that are here, oldest first. */
export function useCurrentRuns(): readonly RunState[] {
  const conversationId = useUi((state) => state.conversationId)
  return useRuns(
    useShallow(({ byConversation, byId }) => {
      const runIds = conversationId === null ? undefined : byConversation[conversationId]
      if (runIds?.kind !== 'ready') return []
      return runIds.value.flatMap((runId) => byId[runId] ?? [])
    }),
  )
}
