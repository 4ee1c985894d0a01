import type { ConversationId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import { selectInference, setInference, useConversationDetails } from '../state/conversation-details.ts'
import { showFailure } from '../state/toasts.ts'

export type SetInference = <Name extends keyof InferenceSettings>(
  name: Name,
  value: InferenceSettings[Name] | undefined,
) => void

/** What this conversation asks for, and the way to change one part of it. `undefined` takes a part back. */
export function useInference(conversationId: ConversationId | null): {
  readonly inference: InferenceSettings
  readonly set: SetInference
} {
  const inference = useConversationDetails(selectInference(conversationId))
  const set: SetInference = (name, value) => {
    // As it is now, not as it was drawn: two parts may change at once.
    const { [name]: _before, ...others } = selectInference(conversationId)(useConversationDetails.getState())
    setInference(conversationId, value === undefined ? others : { ...others, [name]: value }).catch(showFailure)
  }
  return { inference, set }
}
