import type { ModelContentBlock, ModelMessage, ModelRequest, ToolResultBlock } from '../../agent/ports.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import { joinSystem } from '../join-system.ts'
import type { JsonValue } from '../../../shared/schema.ts'

/** The body of `POST /chat/completions`, as far as local servers share it. */
export type ChatRequest = {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly stream: true
  readonly stream_options: { readonly include_usage: true }
  readonly tools?: readonly JsonValue[]
  readonly max_tokens?: number
  readonly temperature?: number
  readonly top_p?: number
  readonly stop?: readonly string[]
}

export type ChatMessage =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; content: ChatPart[] }
  | { readonly role: 'assistant'; content: string; tool_calls?: ChatToolCall[] }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string }

export type ChatPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image_url'; readonly image_url: { readonly url: string } }

export type ChatToolCall = {
  readonly id: string
  readonly type: 'function'
  readonly function: { readonly name: string; readonly arguments: string }
}

/** Reasoning never goes back: these servers have no signature for it and count it as prompt. */
export function toChatRequest({ model, system, messages, tools, inference }: ModelRequest): ChatRequest {
  const { maxTokens, temperature, topP, stopSequences } = inference
  return {
    model: model.endpointModelId,
    messages: [...toSystemMessage(joinSystem(system)), ...toChatMessages(messages, model)],
    stream: true,
    stream_options: { include_usage: true },
    ...(tools.length === 0 || !model.accepts.tools ? {} : { tools: tools.map(toChatTool) }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(temperature === undefined || !model.accepts.temperature ? {} : { temperature }),
    ...(topP === undefined || !model.accepts.topP ? {} : { top_p: topP }),
    ...(stopSequences === undefined || stopSequences.length === 0 ? {} : { stop: stopSequences }),
  }
}

function toSystemMessage(content: string): readonly ChatMessage[] {
  return content === '' ? [] : [{ role: 'system', content }]
}

function toChatTool({ name, description, inputSchema }: ModelRequest['tools'][number]): JsonValue {
  return { type: 'function', function: { name, description, parameters: inputSchema } }
}

/** Chat templates of many open models fail on two messages of one role in a row, so those are joined. */
function toChatMessages(messages: readonly ModelMessage[], model: ModelInfo): ChatMessage[] {
  const out: ChatMessage[] = []
  for (const { role, content } of messages) {
    if (role === 'assistant') addAssistant(out, content)
    else addUser(out, content, model)
  }
  return out
}

function addAssistant(out: ChatMessage[], content: readonly ModelContentBlock[]): void {
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n')
  const calls = content.flatMap((block) => (block.type === 'tool-use' ? [toToolCall(block)] : []))
  if (text === '' && calls.length === 0) return
  const last = out.at(-1)
  if (last?.role === 'assistant' && last.tool_calls === undefined) {
    last.content = [last.content, text].filter((part) => part !== '').join('\n\n')
    if (calls.length > 0) last.tool_calls = calls
  } else out.push({ role: 'assistant', content: text, ...(calls.length === 0 ? {} : { tool_calls: calls }) })
}

function toToolCall(block: Extract<ModelContentBlock, { type: 'tool-use' }>): ChatToolCall {
  const { toolUseId: id, name, input } = block
  return { id, type: 'function', function: { name, arguments: JSON.stringify(input) } }
}

function addUser(out: ChatMessage[], content: readonly ModelContentBlock[], model: ModelInfo): void {
  const results = content.filter((block) => block.type === 'tool-result')
  for (const result of results) out.push(toToolMessage(result))
  const parts = [...results.flatMap((result) => picturesOf(result)), ...content].flatMap((block) =>
    toPart(block, model),
  )
  if (parts.length === 0) return
  const last = out.at(-1)
  if (last?.role === 'user') last.content.push(...parts)
  else out.push({ role: 'user', content: parts })
}

function toToolMessage({ toolUseId, status, content }: ToolResultBlock): ChatMessage {
  const words = content.flatMap((part) => {
    if (part.type === 'image') return []
    return part.type === 'json' ? [JSON.stringify(part.value)] : [part.text]
  })
  const text = words.join('\n') || '(no output)'
  return { role: 'tool', tool_call_id: toolUseId, content: status === 'error' ? `Error: ${text}` : text }
}

/** A tool message holds text only; its pictures follow as the user's. */
function picturesOf({ content }: ToolResultBlock): ModelContentBlock[] {
  return content.flatMap((part) => (part.type === 'image' ? [part] : []))
}

function toPart(block: ModelContentBlock, model: ModelInfo): ChatPart[] {
  switch (block.type) {
    case 'text':
      return block.text.trim() === '' ? [] : [{ type: 'text', text: block.text }]
    case 'attachment':
      return [
        {
          type: 'text',
          text: `Attached file ${JSON.stringify(block.name)}, at the path ${JSON.stringify(block.path)}.`,
        },
      ]
    case 'image':
      if (!model.accepts.images) return [{ type: 'text', text: '(A picture that this model cannot see.)' }]
      return [{ type: 'image_url', image_url: { url: `data:image/${block.format};base64,${block.base64}` } }]
    case 'reasoning':
    case 'tool-use':
    case 'tool-result':
      return []
  }
}
