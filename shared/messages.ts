import { messageId, modelId, toolUseId } from './ids.ts'
import { jsonValue, z } from './schema.ts'

/** A file the user handed over. `path` is how tools address it: relative to the workspace, or `attachments/…`. */
export const attachmentBlock = z.object({
  type: z.literal('attachment'),
  name: z.string(),
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
})
export type AttachmentBlock = z.infer<typeof attachmentBlock>

export const textBlock = z.object({ type: z.literal('text'), text: z.string() })
export type TextBlock = z.infer<typeof textBlock>

/** A model's thinking. `signature` and `redacted` (base64) go back to the model unmodified, or not at all. */
export const reasoningBlock = z.object({
  type: z.literal('reasoning'),
  text: z.string(),
  signature: z.string().optional(),
  redacted: z.string().optional(),
  /** Who thought it: a signature is worth something to that model only. */
  modelId: modelId.optional(),
})
export type ReasoningBlock = z.infer<typeof reasoningBlock>

/** `input` is what the model asked for. When its JSON did not parse, `malformed` holds the raw text and `input` is {}. */
export const toolUseBlock = z.object({
  type: z.literal('tool-use'),
  toolUseId,
  name: z.string(),
  input: jsonValue,
  malformed: z.string().optional(),
})
export type ToolUseBlock = z.infer<typeof toolUseBlock>

export const contentBlock = z.discriminatedUnion('type', [textBlock, reasoningBlock, toolUseBlock, attachmentBlock])
export type ContentBlock = z.infer<typeof contentBlock>

/**
 * One message as shown and stored. Tool results are not messages here: they live on the run beside the tool use
 * they answer, so that a use without an answer cannot be written into a history (`agent/build-history.ts`).
 */
export const message = z.object({
  id: messageId,
  role: z.enum(['user', 'assistant']),
  content: z.array(contentBlock),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
})
export type Message = z.infer<typeof message>

/** What a tool tells the model. */
export const toolResultContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('json'), value: jsonValue }),
  z.object({ type: z.literal('image'), format: z.enum(['png', 'jpeg', 'gif', 'webp']), base64: z.string() }),
])
export type ToolResultContent = z.infer<typeof toolResultContent>

/** The plain text of a message, without reasoning and tools: what search, titles and copy use. */
export function messageText(m: Message): string {
  return m.content
    .filter((block) => block.type === 'text')
    .map((block) => block.text)
    .join('\n\n')
}
