import type { ConversationId } from '../../shared/ids.ts'
import { pickForRuns, useRunChoice } from '../state/use-run-choice.ts'
import { AgentPicker } from './agent-picker.tsx'
import { InferenceButton } from './inference-button.tsx'
import { ModelPicker } from './model-picker.tsx'

/** Who answers the next message of a conversation, with which model, and how. */
export function RunPickers({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const choice = useRunChoice(conversationId)
  return (
    <>
      <AgentPicker
        conversationId={conversationId}
        agentId={choice?.agentId}
        onPick={(agentId) => pickForRuns(conversationId, { agentId })}
      />
      <ModelPicker
        conversationId={conversationId}
        modelId={choice?.modelId}
        onPick={(modelId) => pickForRuns(conversationId, { modelId })}
      />
      <InferenceButton conversationId={conversationId} agentId={choice?.agentId} modelId={choice?.modelId} />
    </>
  )
}
