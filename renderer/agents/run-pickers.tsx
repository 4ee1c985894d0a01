import type { ConversationId } from '../../shared/ids.ts'
import { pickForRuns, useRunChoice } from '../state/use-run-choice.ts'
import { AgentPicker } from './agent-picker.tsx'
import { ModelPicker } from './model-picker.tsx'

/** Who answers the next message of a conversation, and with which model. */
export function RunPickers({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const choice = useRunChoice(conversationId)
  return (
    <>
      <AgentPicker agentId={choice?.agentId} onPick={(agentId) => pickForRuns(conversationId, { agentId })} />
      <ModelPicker modelId={choice?.modelId} onPick={(modelId) => pickForRuns(conversationId, { modelId })} />
    </>
  )
}
