import type { ConverseRequest } from './converse-request.ts'
import type { Reply, ReplyStep, Usage } from './script.ts'

/**
 * The token counts of one exchange. There is no tokenizer here: four characters count as one token, so that numbers
 * grow with content and a test can work them out. A scripted `usage` step replaces what it names. Nothing is cached.
 */
export function measureUsage(request: ConverseRequest, reply: Reply): Usage {
  const measured: Usage = {
    inputTokens: inputTokens(request),
    outputTokens: tokens(reply.map(outputText).join('')),
    cacheReadInputTokens: 0,
    cacheWriteInputTokens: 0,
  }
  return reply.reduce<Usage>((usage, step) => ('usage' in step ? { ...usage, ...step.usage } : usage), measured)
}

/** A page of pixels or a scanned document costs about this much, whatever its size in bytes. */
const tokensPerAttachment = 1_500

function inputTokens({ system = [], messages = [], toolConfig }: ConverseRequest): number {
  const blocks = [...system, ...messages.flatMap((message) => message.content)]
  const attachments = blocks.filter((block) => block.image !== undefined || block.document !== undefined)
  const written = blocks.filter((block) => block.image === undefined && block.document === undefined)
  const text = written.map((block) => block.text ?? JSON.stringify(block)).join('')
  return tokens(text) + tokens(JSON.stringify(toolConfig?.tools ?? '')) + attachments.length * tokensPerAttachment
}

function outputText(step: ReplyStep): string {
  if ('text' in step) return step.text
  if ('reasoning' in step) return step.reasoning
  if ('redactedReasoning' in step) return step.redactedReasoning
  if ('toolUse' in step) return step.toolUse.name + toolInputJson(step.toolUse)
  if ('burst' in step) return (step.burst.text ?? burstText).repeat(step.burst.deltas)
  return ''
}

/** What one delta of a burst says unless the script tells. */
export const burstText = 'word '

/** The JSON text a tool use streams. */
export function toolInputJson(toolUse: { readonly input?: unknown; readonly rawJson?: string }): string {
  return toolUse.rawJson ?? JSON.stringify(toolUse.input ?? {})
}

function tokens(text: string): number {
  return Math.ceil(text.length / 4)
}
