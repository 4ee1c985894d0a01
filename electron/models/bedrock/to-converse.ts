import type {
  ContentBlock,
  ConverseStreamCommandInput,
  InferenceConfiguration,
  Message,
  Tool,
  ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime'
import type { ModelRequest, ToolSpec } from '../../agent/ports.ts'
import { toContentBlocks, toDocument } from './to-content-blocks.ts'

/**
 * A request as ConverseStream takes it, holding only what the model accepts.
 *
 * The service refuses two messages of one role in a row, a first message of the assistant, empty or blank content,
 * and tool blocks without a `toolConfig`; whatever history comes in, none of these goes out.
 */
export function toConverse(request: ModelRequest): ConverseStreamCommandInput {
  const toolConfig = toToolConfig(request)
  const inferenceConfig = toInferenceConfig(request)
  return {
    modelId: request.model.endpointModelId,
    messages: toMessages(request),
    ...(request.system.trim() === '' ? {} : { system: [{ text: request.system }] }),
    ...(toolConfig === undefined ? {} : { toolConfig }),
    ...(inferenceConfig === undefined ? {} : { inferenceConfig }),
    ...(shouldThink(request) ? { additionalModelRequestFields: { thinking: { type: 'adaptive' } } } : {}),
  }
}

const goOn: ContentBlock = { text: 'Go on.' }

function toMessages(request: ModelRequest): Message[] {
  const messages: { role: 'user' | 'assistant'; content: ContentBlock[] }[] = []
  for (const { role, content } of request.messages) {
    const blocks = toContentBlocks(content, request.model)
    if (blocks.length === 0) continue
    if (messages.length === 0 && role === 'assistant') messages.push({ role: 'user', content: [goOn] })
    const last = messages.at(-1)
    if (last?.role === role) last.content.push(...blocks)
    else messages.push({ role, content: blocks })
  }
  // Newest Claude models refuse to continue an assistant message, so the last word is always the user's.
  if (messages.at(-1)?.role !== 'user') messages.push({ role: 'user', content: [goOn] })
  return messages
}

function toToolConfig({ model, tools, messages }: ModelRequest): ToolConfiguration | undefined {
  if (!model.accepts.tools) return undefined
  if (tools.length > 0) return { tools: tools.map(toTool) }
  const used = new Set<string>()
  for (const { content } of messages) {
    for (const block of content) {
      if (block.type === 'tool-use') used.add(block.name)
    }
  }
  if (used.size === 0) return undefined
  // "The toolConfig field must be defined when using toolUse and toolResult content blocks."
  return { tools: [...used].map((name) => toTool({ name, description: retired, inputSchema: { type: 'object' } })) }
}

const retired = 'Was used earlier in this conversation and is no longer available. Do not call it.'

function toTool({ name, description, inputSchema }: ToolSpec): Tool {
  return { toolSpec: { name, description: description || name, inputSchema: { json: toDocument(inputSchema) } } }
}

function toInferenceConfig({ model, inference }: ModelRequest): InferenceConfiguration | undefined {
  const config: InferenceConfiguration = {}
  if (inference.maxTokens !== undefined) {
    config.maxTokens = Math.min(inference.maxTokens, model.maxOutputTokens ?? inference.maxTokens)
  }
  if (inference.temperature !== undefined && model.accepts.temperature) config.temperature = inference.temperature
  if (inference.topP !== undefined && model.accepts.topP) config.topP = inference.topP
  const stopSequences = inference.stopSequences?.filter((sequence) => sequence.trim() !== '')
  if (stopSequences !== undefined && stopSequences.length > 0) config.stopSequences = stopSequences
  return Object.keys(config).length === 0 ? undefined : config
}

/** A thinking Claude takes no temperature of its own, so asking for one switches thinking off. */
function shouldThink({ model, inference }: ModelRequest): boolean {
  const { reasoning, temperature } = model.accepts
  return reasoning === 'adaptive' && !(temperature && inference.temperature !== undefined)
}
