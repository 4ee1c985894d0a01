import type { OfferedTool, RequestBlock, RequestDocument } from '../converse-request.ts'
import { countTextTokens } from './count-text-tokens.ts'
import { pictureSize } from './picture-size.ts'

/** What the service writes around each thing before the model reads it; the order of size is that of Claude's format. */
const blockTokens = 3
const toolBlockTokens = 8
const toolDefinitionTokens = 12
/** The role and the separator that open a message. */
export const messageTokens = 4
/** What opens the answer, once in a request. */
export const answerTokens = 3

/** Tokens of one content block of `system` or of a message. Points of the cache are no content and cost nothing. */
export function countBlockTokens(block: RequestBlock): number {
  if (block.cachePoint !== undefined) return 0
  return blockTokens + contentTokens(block)
}

/** Tokens of one offered tool: its name, description and schema as JSON. */
export function countToolTokens({ toolSpec, ...other }: OfferedTool): number {
  if (toolSpec === undefined) return toolDefinitionTokens + jsonTokens(other)
  const { name, description = '', inputSchema } = toolSpec
  return toolDefinitionTokens + jsonTokens({ name, description, input_schema: inputSchema?.json })
}

function contentTokens(block: RequestBlock): number {
  const { text, image, document, toolUse, toolResult, reasoningContent, guardContent } = block
  if (text !== undefined) return countTextTokens(text)
  if (toolUse !== undefined) return toolBlockTokens + countTextTokens(toolUse.name) + jsonTokens(toolUse.input ?? {})
  if (toolResult !== undefined) return toolBlockTokens + sum(toolResult.content ?? [], resultTokens)
  if (image !== undefined) return imageTokens(image.source?.bytes)
  if (document !== undefined) return documentTokens(document)
  if (guardContent?.text?.text !== undefined) return countTextTokens(guardContent.text.text)
  if (reasoningContent !== undefined) {
    const { reasoningText, redactedContent = '' } = reasoningContent
    // A signature proves a thought and is not read by the model.
    return countTextTokens(reasoningText?.text ?? '') + byteTokens(redactedContent)
  }
  return jsonTokens(block)
}

function resultTokens(block: RequestBlock & { readonly json?: unknown }): number {
  if (block.cachePoint !== undefined) return 0
  return block.json === undefined ? contentTokens(block) : jsonTokens(block.json)
}

const pixelsPerToken = 750
/** Of a picture elsewhere, or one whose header cannot be read: about a screenshot. */
const unreadPictureTokens = 1_600

/** (width × height) / 750, from Anthropic's guide to vision; the service's scaling down of large ones is left out. */
function imageTokens(base64: string | undefined): number {
  const size = base64 === undefined ? undefined : pictureSize(base64)
  return size === undefined ? unreadPictureTokens : Math.ceil((size.width * size.height) / pixelsPerToken)
}

const textFormats: ReadonlySet<unknown> = new Set(['csv', 'html', 'txt', 'md'])

function documentTokens({ format, name = '', source = {}, context = '' }: RequestDocument): number {
  const { bytes = '', text = '', content = [] } = source
  const written = textFormats.has(format) ? Buffer.from(bytes, 'base64').toString('utf8') : ''
  const parts = [name, context, text, written, ...content.map((chunk) => chunk.text ?? '')]
  return sum(parts, countTextTokens) + (written === '' ? byteTokens(bytes) : 0)
}

/** PDF and Office files are packed: a page of some 2,000 tokens weighs about 64 KB. */
const packedBytesPerToken = 32

function byteTokens(base64: string): number {
  return Math.ceil(Buffer.byteLength(base64, 'base64') / packedBytesPerToken)
}

function jsonTokens(value: unknown): number {
  return countTextTokens(JSON.stringify(value) ?? '')
}

function sum<T>(values: readonly T[], measure: (value: T) => number): number {
  return values.reduce((total, value) => total + measure(value), 0)
}
