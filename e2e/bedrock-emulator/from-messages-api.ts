import type { ConverseRequest, OfferedTool, RequestBlock, RequestMessage } from './converse-request.ts'
import { isRecord } from './read-converse-request.ts'
import { refuseAsModel } from './refuse.ts'

type Fields = Readonly<Record<string, unknown>>

/** A body of Anthropic's Messages API, which InvokeModel takes for Claude, in the shape of Converse, for counting. */
export function fromMessagesApi(body: unknown): ConverseRequest {
  if (!isRecord(body) || !Array.isArray(body['messages'])) refuseAsModel('messages: Field required')
  const { system, tools = [] } = body
  return {
    messages: body['messages'].filter(isRecord).map(toMessage),
    ...(system === undefined ? {} : { system: toBlocks(system) }),
    ...(Array.isArray(tools) ? { toolConfig: { tools: tools.filter(isRecord).map(toTool) } } : {}),
  }
}

function toMessage({ role, content }: Fields): RequestMessage {
  return { role: textOf(role), content: toBlocks(content) }
}

function toBlocks(content: unknown): RequestBlock[] {
  if (typeof content === 'string') return [{ text: content }]
  return Array.isArray(content) ? content.filter(isRecord).map(toBlock) : []
}

function toBlock(block: Fields): RequestBlock {
  const source = isRecord(block['source']) ? block['source'] : {}
  switch (block['type']) {
    case 'text':
      return { text: textOf(block['text']) }
    case 'image':
      return { image: { source: { bytes: textOf(source['data']) } } }
    case 'document':
      return { document: { format: 'pdf', source: { bytes: textOf(source['data']) } } }
    case 'tool_use':
      return { toolUse: { toolUseId: textOf(block['id']), name: textOf(block['name']), input: block['input'] } }
    case 'tool_result':
      return { toolResult: { toolUseId: textOf(block['tool_use_id']), content: toBlocks(block['content']) } }
    case 'thinking':
      return { reasoningContent: { reasoningText: { text: textOf(block['thinking']) } } }
    default:
      return { text: JSON.stringify(block) }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function toTool({ name, description, input_schema: json }: Fields): OfferedTool {
  const described = typeof description === 'string' ? { description } : {}
  return { toolSpec: { name: textOf(name), ...described, inputSchema: { json } } }
}
