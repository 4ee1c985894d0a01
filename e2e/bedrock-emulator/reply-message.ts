import { emulatedSignature, isBlock, newToolUseId } from './reply-events.ts'
import type { BlockStep } from './reply-events.ts'
import { burstText, toolInputJson } from './measure-usage.ts'
import type { Reply } from './script.ts'
import { ServiceError } from './service-error.ts'

/** The reply as the whole assistant message of Converse. Tool input that is no JSON cannot be put into one. */
export function replyMessage(reply: Reply): { readonly role: 'assistant'; readonly content: readonly object[] } {
  return { role: 'assistant', content: reply.filter(isBlock).map(wholeBlock) }
}

function wholeBlock(step: BlockStep): object {
  if ('text' in step) return { text: step.text }
  if ('reasoning' in step) {
    const { reasoning: text, signature = emulatedSignature } = step
    return { reasoningContent: { reasoningText: { text, signature } } }
  }
  if ('redactedReasoning' in step) return { reasoningContent: { redactedContent: step.redactedReasoning } }
  if ('burst' in step) return { text: (step.burst.text ?? burstText).repeat(step.burst.deltas) }
  const { name, toolUseId = newToolUseId() } = step.toolUse
  return { toolUse: { toolUseId, name, input: parseInput(toolInputJson(step.toolUse)) } }
}

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new ServiceError('ModelErrorException', 'The model wrote tool input that is not valid JSON.', { cause })
  }
}
