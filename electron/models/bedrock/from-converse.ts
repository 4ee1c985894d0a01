import type { ConverseStreamOutput, StopReason, TokenUsage } from '@aws-sdk/client-bedrock-runtime'
import type { ModelEvent, ModelStopReason } from '../../agent/ports.ts'
import type { Usage } from '../../../shared/usage.ts'

/**
 * One event of a ConverseStream as ours; null for those that carry nothing for us (starts of text, block ends,
 * unknown kinds). Runs for every delta, so it makes nothing but the event. Blank text is forwarded: it holds the
 * paragraph breaks.
 */
export function fromConverse(event: ConverseStreamOutput): ModelEvent | null {
  if (event.contentBlockDelta !== undefined) return fromDelta(event.contentBlockDelta)
  if (event.contentBlockStart !== undefined) {
    const { start, contentBlockIndex } = event.contentBlockStart
    if (start?.toolUse === undefined) return null
    const { toolUseId, name } = start.toolUse
    return { type: 'tool-use-started', index: contentBlockIndex ?? 0, toolUseId: toolUseId ?? '', name: name ?? '' }
  }
  if (event.messageStop !== undefined) {
    return { type: 'message-stopped', reason: stopReasonOf(event.messageStop.stopReason) }
  }
  if (event.metadata?.usage !== undefined) {
    const { usage, metrics } = event.metadata
    const counted = usageOf(usage)
    return isPossible(counted) ? { type: 'usage', usage: counted, latencyMs: metrics?.latencyMs ?? null } : null
  }
  return null
}

function fromDelta(event: NonNullable<ConverseStreamOutput['contentBlockDelta']>): ModelEvent | null {
  const delta = event.delta
  const index = event.contentBlockIndex ?? 0
  if (delta?.text !== undefined) return { type: 'text-delta', index, text: delta.text }
  if (delta?.toolUse !== undefined) return { type: 'tool-input-delta', index, json: delta.toolUse.input ?? '' }
  const reasoning = delta?.reasoningContent
  if (reasoning?.text !== undefined) return { type: 'reasoning-delta', index, text: reasoning.text }
  if (reasoning?.signature !== undefined) return { type: 'reasoning-signature', index, signature: reasoning.signature }
  if (reasoning?.redactedContent !== undefined) {
    return { type: 'reasoning-redacted', index, base64: Buffer.from(reasoning.redactedContent).toString('base64') }
  }
  return null
}

/** `inputTokens` of Converse excludes what was read from and written to the cache, as ours does. */
export function usageOf(usage: TokenUsage): Usage {
  const hour = usage.cacheDetails?.find(({ ttl }) => ttl === '1h')?.inputTokens ?? 0
  return {
    inputTokens: usage.inputTokens ?? 0,
    outputTokens: usage.outputTokens ?? 0,
    cacheReadTokens: usage.cacheReadInputTokens ?? 0,
    cacheWriteTokens: usage.cacheWriteInputTokens ?? 0,
    ...(hour === 0 ? {} : { cacheWriteHourTokens: hour }),
  }
}

/** More than any model reads or writes at once. */
const mostTokens = 1_000_000_000

/** Counts that cannot be are none: one of them would stand in every sum from then on. */
function isPossible(usage: Usage): boolean {
  return Object.values(usage).every((tokens = 0) => Number.isInteger(tokens) && tokens >= 0 && tokens <= mostTokens)
}

/** The service adds reasons faster than the SDK names them; an unknown one ends the turn like any other. */
function stopReasonOf(reason: StopReason | 'refusal' | undefined): ModelStopReason {
  switch (reason) {
    case 'tool_use':
      return 'tool-use'
    case 'max_tokens':
      return 'max-tokens'
    case 'stop_sequence':
      return 'stop-sequence'
    case 'guardrail_intervened':
      return 'guardrail'
    case 'content_filtered':
    case 'refusal':
      return 'refused'
    case 'model_context_window_exceeded':
      return 'context-full'
    case 'malformed_model_output':
    case 'malformed_tool_use':
      return 'malformed'
    default:
      return 'end-turn'
  }
}
