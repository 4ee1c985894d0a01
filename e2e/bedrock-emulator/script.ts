import type { CacheTtl } from './cache/model-caching.ts'

/** Token counts as the service reports them; `inputTokens` excludes what was read from or written to the cache. */
export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cacheReadInputTokens: number
  readonly cacheWriteInputTokens: number
  /** What was written, by how long it is kept, an hour before five minutes; absent when nothing was. */
  readonly cacheDetails?: readonly { readonly ttl: CacheTtl; readonly inputTokens: number }[]
}

export const stopReasons = [
  'end_turn',
  'tool_use',
  'max_tokens',
  'stop_sequence',
  'guardrail_intervened',
  'content_filtered',
  'malformed_model_output',
  'malformed_tool_use',
  'model_context_window_exceeded',
  // Fable's, which the SDK's type does not know.
  'refusal',
] as const

export type StopReason = (typeof stopReasons)[number]

interface ToolUseStep {
  readonly name: string
  readonly input?: unknown
  readonly toolUseId?: string
  /** Sent in place of `input`, byte for byte: for JSON that does not parse, or the empty string. */
  readonly rawJson?: string
}

/**
 * One step of a scripted answer. Each `text`, `reasoning`, `redactedReasoning`, `toolUse` and `burst` is a content
 * block of its own; `chunkSize` is in characters per delta. `stopReason` and `usage` may stand anywhere and replace
 * what would have been worked out from the content.
 */
export type ReplyStep =
  /** With `heldAfter` it goes no further after so many deltas, until `release()`. */
  | { readonly text: string; readonly chunkSize?: number; readonly heldAfter?: number }
  | { readonly reasoning: string; readonly signature?: string; readonly chunkSize?: number }
  /** Encrypted thinking, as base64. */
  | { readonly redactedReasoning: string }
  | { readonly toolUse: ToolUseStep; readonly chunkSize?: number }
  /** A text block of this many deltas, each `text`, written as fast as the socket takes them and without pacing. */
  | { readonly burst: { readonly deltas: number; readonly text?: string } }
  | { readonly delayMs: number }
  | { readonly stopReason: StopReason }
  | { readonly usage: Partial<Usage> }

export type Reply = readonly ReplyStep[]
