import type { RunId } from '../../shared/ids.ts'
import { overrideChoice, retryRun, useRuns } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { choose } from '../state/ui.ts'
import { useRunChoice } from '../state/use-run-choice.ts'
import type { TierModel } from './other-tier.ts'

/** Has a run answered again by a model of another tier, and lets the automatic choice learn from it. */
export function useChooseTier(runId: RunId): (other: TierModel) => void {
  const conversationId = useRuns(({ byId }) => byId[runId]?.conversationId ?? null)
  const picked = useRunChoice(conversationId)
  const answerAgain = async ({ tier, model }: TierModel) => {
    if (conversationId === null || picked === undefined) return
    // Before the retry, which takes the run out of the conversation.
    await overrideChoice(runId, tier)
    // This answer only: the next message is chosen for automatically again.
    choose(conversationId, picked)
    await retryRun({ conversationId, agentId: picked.agentId, modelId: model.id })
  }
  return (other) => {
    answerAgain(other).catch(showFailure)
  }
}
