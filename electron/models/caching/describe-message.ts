import { hash } from 'node:crypto'
import type { ModelContentBlock, ModelMessage } from '../../agent/ports.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import { usedToolNames } from '../offered-tools.ts'
import { isSent } from '../sent-blocks.ts'
import { estimateImageTokens } from './estimate-image-tokens.ts'
import { estimateTextTokens } from './estimate-text-tokens.ts'

/** One stretch of a prompt. Equal digests mean equal content, byte by byte. `tokens` are raw estimates. */
export type PromptPart = {
  readonly digest: string
  /** How many content blocks the service sees in it. */
  readonly blocks: number
  readonly tokens: number
  /** Of `tokens`: pictures and lines that name files, and what tools answered. */
  readonly attachmentTokens: number
  readonly resultTokens: number
  readonly hasImage: boolean
  /** Tools it uses, each once. */
  readonly toolNames: readonly string[]
}

type KnownMessage = { readonly modelId: ModelInfo['id']; readonly part: PromptPart }
const described = new WeakMap<ModelMessage, KnownMessage>()

/** Measured and hashed once for a message and model; a look-up from then on. */
export function describeMessage(message: ModelMessage, model: ModelInfo): PromptPart {
  const known = described.get(message)
  if (known?.modelId === model.id) return known.part
  const sent = message.content.filter((block) => isSent(block, model))
  const sum = (pick: (block: ModelContentBlock) => number) => sent.reduce((total, block) => total + pick(block), 0)
  const part: PromptPart = {
    digest: digestOf(JSON.stringify([message.role, sent])),
    blocks: sent.length,
    tokens: perMessage + sum(tokensOfBlock),
    attachmentTokens: sum((block) => (isAttachment(block) ? tokensOfBlock(block) : 0)),
    resultTokens: sum((block) => (block.type === 'tool-result' ? tokensOfBlock(block) : 0)),
    hasImage: model.accepts.images && sent.some(hasImage),
    toolNames: usedToolNames([message]),
  }
  described.set(message, { modelId: model.id, part })
  return part
}

export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** What the service adds around each, roughly; the model's own factor takes care of the rest. */
const perMessage = 4
export const perBlock = 3
export const perTool = 10

function isAttachment({ type }: ModelContentBlock): boolean {
  return type === 'attachment' || type === 'image'
}

function hasImage(block: ModelContentBlock): boolean {
  if (block.type === 'tool-result') return block.content.some(({ type }) => type === 'image')
  return block.type === 'image'
}

function tokensOfBlock(block: ModelContentBlock): number {
  switch (block.type) {
    case 'text':
      return perBlock + estimateTextTokens(block.text)
    case 'reasoning':
      return perBlock + estimateTextTokens(block.text) + (block.redacted ?? '').length / 40
    case 'attachment':
      return perBlock + 12 + estimateTextTokens(block.name + block.path)
    case 'image':
      return perBlock + estimateImageTokens(block)
    case 'tool-use':
      return perBlock + perTool + estimateTextTokens(block.name + JSON.stringify(block.input))
    case 'tool-result':
      return perBlock + perTool + block.content.reduce((total, content) => total + tokensOfResult(content), 0)
  }
}

function tokensOfResult(content: Extract<ModelContentBlock, { type: 'tool-result' }>['content'][number]): number {
  switch (content.type) {
    case 'text':
      return estimateTextTokens(content.text)
    case 'json':
      return estimateTextTokens(JSON.stringify(content.value))
    case 'image':
      return estimateImageTokens(content)
  }
}
