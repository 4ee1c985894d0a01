import type { ContentBlock, ToolResultBlock, ToolResultContentBlock } from '@aws-sdk/client-bedrock-runtime'
import type { ModelContentBlock, ToolResultBlock as OurToolResultBlock } from '../../agent/ports.ts'
import type { ReasoningBlock, ToolResultContent, ToolUseBlock } from '../../../shared/messages.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { isSent } from '../sent-blocks.ts'

/** The SDK's type of free JSON. */
type DocumentType = NonNullable<NonNullable<ContentBlock['toolUse']>['input']>

/**
 * A message's blocks as Converse takes them; blank text and reasoning that cannot go back are left out, so the
 * result may be empty. What the model cannot take at all (pictures, tools) becomes words.
 */
export function toContentBlocks(content: readonly ModelContentBlock[], model: ModelInfo): ContentBlock[] {
  return content.filter((block) => isSent(block, model)).map((block) => toContentBlock(block, model))
}

function toContentBlock(block: ModelContentBlock, model: ModelInfo): ContentBlock {
  const { accepts } = model
  switch (block.type) {
    case 'text':
      return { text: block.text }
    case 'reasoning':
      return toReasoning(block)
    case 'attachment':
      return { text: `Attached file ${JSON.stringify(block.name)}, at the path ${JSON.stringify(block.path)}.` }
    case 'image':
      if (!accepts.images) return { text: unseenPicture }
      return { image: { format: block.format, source: { bytes: Buffer.from(block.base64, 'base64') } } }
    case 'tool-use':
      return accepts.tools ? { toolUse: toToolUse(block) } : { text: toolUseInWords(block) }
    case 'tool-result':
      return accepts.tools ? { toolResult: toToolResult(block, model) } : { text: toolResultInWords(block) }
  }
}

const unseenPicture = '(A picture that this model cannot see.)'

/** Comes back unmodified, with its signature. */
function toReasoning({ text, signature, redacted }: ReasoningBlock): ContentBlock {
  if (redacted !== undefined) return { reasoningContent: { redactedContent: Buffer.from(redacted, 'base64') } }
  return { reasoningContent: { reasoningText: { text, signature } } }
}

function toToolUse({ toolUseId, name, input }: ToolUseBlock): NonNullable<ContentBlock['toolUse']> {
  return { toolUseId, name, input: isRecord(input) ? toDocument(input) : {} }
}

function toToolResult(block: OurToolResultBlock, model: ModelInfo): ToolResultBlock {
  const content = block.content.flatMap((part) => toToolResultContent(part, model) ?? [])
  return {
    toolUseId: block.toolUseId,
    // "The content field … cannot be empty when status value is error."
    content: content.length === 0 ? [{ text: '(no output)' }] : content,
    ...(block.status === 'error' ? { status: 'error' as const } : {}),
  }
}

function toToolResultContent(part: ToolResultContent, model: ModelInfo): ToolResultContentBlock | undefined {
  switch (part.type) {
    case 'text':
      return part.text.trim() === '' ? undefined : { text: part.text }
    case 'json':
      // "Provide a json object for the field": anything but an object goes as text.
      return isRecord(part.value) ? { json: toDocument(part.value) } : { text: JSON.stringify(part.value) }
    case 'image':
      if (!model.accepts.images) return { text: unseenPicture }
      return { image: { format: part.format, source: { bytes: Buffer.from(part.base64, 'base64') } } }
  }
}

function toolUseInWords({ name, input }: ToolUseBlock): string {
  return `(Used the tool ${name} with ${JSON.stringify(input)}.)`
}

function toolResultInWords({ status, content }: OurToolResultBlock): string {
  const words = content.map((part) => {
    if (part.type === 'image') return unseenPicture
    return part.type === 'json' ? JSON.stringify(part.value) : part.text
  })
  return `(The tool ${status === 'error' ? 'failed' : 'answered'}: ${words.join('\n')})`
}

function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same JSON under the SDK's type, which lacks `readonly`; nothing on this path writes to it. */
export function toDocument(value: JsonValue): DocumentType {
  return value as DocumentType
}
