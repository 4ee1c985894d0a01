import type { ConverseRequest, RequestBlock, ToolResultBlock } from './converse-request.ts'
import type { Reply } from './script.ts'
import { cutToTokens } from './tokens/count-text-tokens.ts'

/**
 * What the emulator says when nothing is scripted, so that it can be used by hand. It repeats the last user text and
 * says that it is no model; `use tool NAME {json}` in that text calls an offered tool; tool results are summed up.
 * Respects `maxTokens`, as a model would.
 */
export function defaultReply(request: ConverseRequest): Reply {
  const last = request.messages?.at(-1)?.content ?? []
  const results = last.filter((block) => block.toolResult !== undefined)
  if (results.length > 0) return fitToMaxTokens(results.map(describeResult).join('\n'), request)
  const text = last
    .map((block) => block.text ?? '')
    .join('\n')
    .trim()
  const call = askedToolCall(text, request)
  if (call !== undefined) return call
  return fitToMaxTokens(`This is the Bedrock emulator, not a model: it only repeats. You said: ${text}`, request)
}

function describeResult({ toolResult }: RequestBlock): string {
  const text = (toolResult?.content ?? []).map(resultText).join(' ')
  const shown = text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text
  const verb = toolResult?.status === 'error' ? 'failed with' : 'returned'
  return `This is the Bedrock emulator. The tool ${verb}: ${shown}`
}

function resultText(block: ToolResultBlock): string {
  return block.text ?? JSON.stringify(block.json ?? block)
}

/** The input runs from the first `{` to the last `}`, and is sent as written, so that broken JSON can be tried too. */
function askedToolCall(text: string, request: ConverseRequest): Reply | undefined {
  const asked = /\buse tool ([\w-]+)\s*(\{.*\})?/s.exec(text)
  const name = asked?.[1]
  const offered = request.toolConfig?.tools?.some((tool) => tool.toolSpec?.name === name) ?? false
  if (name === undefined || !offered) return undefined
  return [{ text: `Calling ${name}.` }, { toolUse: { name, rawJson: asked?.[2] ?? '{}' } }]
}

function fitToMaxTokens(text: string, request: ConverseRequest): Reply {
  const maxTokens = request.inferenceConfig?.['maxTokens']
  if (typeof maxTokens !== 'number') return [{ text }]
  const fitting = cutToTokens(text, maxTokens)
  return fitting === text ? [{ text }] : [{ text: fitting }, { stopReason: 'max_tokens' }]
}
