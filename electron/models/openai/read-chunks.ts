import { randomUUID } from 'node:crypto'
import type { ModelEvent, ModelStopReason } from '../../agent/ports.ts'

/** One chunk of a chat completion, as far as it is read. Servers leave out and add freely, so nothing is certain. */
export type ChatChunk = {
  readonly choices?: readonly {
    readonly delta?: {
      readonly content?: unknown
      /** Names of one thing: llama.cpp and LM Studio say the first, Ollama the second, others the third. */
      readonly reasoning_content?: unknown
      readonly reasoning?: unknown
      readonly thinking?: unknown
      readonly tool_calls?: readonly ToolCallDelta[] | null
    }
    readonly finish_reason?: unknown
  }[]
  readonly usage?: { readonly prompt_tokens?: unknown; readonly completion_tokens?: unknown } | null
}

type ToolCallDelta = {
  readonly index?: number
  readonly id?: string | null
  readonly function?: { readonly name?: string | null; readonly arguments?: unknown }
}

type OpenTool = { readonly block: number; readonly id: string | undefined }

/**
 * Turns chunks into events. Chunks do not number their blocks, so a block ends where another kind of content begins;
 * a tool call comes in pieces or whole, with its place, its id, both or neither.
 *
 * @returns `read` for each chunk, and `stopReason` for the end: undefined when the server never gave one.
 */
export function createChunkReader(): {
  read(chunk: ChatChunk): ModelEvent[]
  readonly stopReason: ModelStopReason | undefined
} {
  let block = -1
  let kind: 'text' | 'reasoning' | 'tool' | undefined
  let hasToolUse = false
  let stopReason: ModelStopReason | undefined
  const openTools = new Map<number, OpenTool>()

  function blockOf(wanted: 'text' | 'reasoning'): number {
    if (kind !== wanted) block += 1
    kind = wanted
    return block
  }

  function readToolCall(delta: ToolCallDelta): ModelEvent[] {
    const place = delta.index ?? (delta.id ? openTools.size : openTools.size - 1)
    const known = openTools.get(place)
    const events: ModelEvent[] = []
    let tool = known
    // A new id at a known place is another call: some servers number every call 0.
    if (tool === undefined || (delta.id && tool.id !== undefined && delta.id !== tool.id)) {
      block += 1
      kind = 'tool'
      hasToolUse = true
      tool = { block, id: delta.id ?? undefined }
      openTools.set(place, tool)
      const toolUseId = tool.id ?? `call_${randomUUID()}`
      events.push({ type: 'tool-use-started', index: tool.block, toolUseId, name: delta.function?.name ?? '' })
    }
    const json = argumentsOf(delta)
    if (json !== '') events.push({ type: 'tool-input-delta', index: tool.block, json })
    return events
  }

  return {
    get stopReason() {
      return stopReason
    },
    read(chunk) {
      const [choice] = chunk.choices ?? []
      const delta = choice?.delta
      const events: ModelEvent[] = []
      const reasoning = delta?.reasoning_content ?? delta?.reasoning ?? delta?.thinking
      if (isText(reasoning)) events.push({ type: 'reasoning-delta', index: blockOf('reasoning'), text: reasoning })
      if (isText(delta?.content)) events.push({ type: 'text-delta', index: blockOf('text'), text: delta.content })
      for (const call of delta?.tool_calls ?? []) events.push(...readToolCall(call))
      if (isText(choice?.finish_reason)) stopReason = stopReasonOf(choice.finish_reason, hasToolUse)
      return events
    },
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function argumentsOf(delta: ToolCallDelta): string {
  const value = delta.function?.arguments
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Ollama has said `stop` for an answer that calls tools. */
function stopReasonOf(finishReason: string, hasToolUse: boolean): ModelStopReason {
  switch (finishReason) {
    case 'length':
      return 'max-tokens'
    case 'content_filter':
      return 'refused'
    case 'tool_calls':
    case 'function_call':
      return 'tool-use'
    default:
      return hasToolUse ? 'tool-use' : 'end-turn'
  }
}
