import { useEffect } from 'react'
import type { ConversationId } from '../../shared/ids.ts'
import { selectInference, useConversationDetails } from '../state/conversation-details.ts'
import { valueOr } from '../state/loaded.ts'
import { useSettings } from '../state/settings.ts'
import { useRunChoice } from '../state/use-run-choice.ts'
import { warmUp } from '../state/warm-up.ts'

/** A choice that stands this long is meant: arrow keys pass over others on the way to it. */
const settledMs = 400

/** Makes whoever will answer next ready: at the start of the page, and whenever another agent, model or setting is chosen. */
export function useWarmUp(conversationId: ConversationId | null): void {
  const choice = useRunChoice(conversationId)
  const agentId = choice?.agentId
  const modelId = choice?.modelId
  // How it is called, and what else is wished, may have changed too.
  const wishes = useSettings(({ settings }) => {
    const known = valueOr(settings, undefined)
    return known === undefined ? '' : JSON.stringify([known.warmUp, known.bedrock])
  })
  const inference = useConversationDetails((state) => JSON.stringify(selectInference(conversationId)(state)))
  // The host reads all of it itself; a change of it is when to ask again.
  const occasion = wishes === '' ? '' : `${wishes} ${inference}`
  useEffect(() => {
    if (agentId === undefined || modelId === undefined || occasion === '') return
    const timer = setTimeout(() => {
      warmUp({ agentId, modelId, ...(conversationId === null ? {} : { conversationId }) }).catch(console.error)
    }, settledMs)
    return () => clearTimeout(timer)
  }, [agentId, modelId, conversationId, occasion])
}
