import type { ConverseRequest, RequestCachePoint } from '../converse-request.ts'
import { answerTokens, countBlockTokens, countToolTokens, messageTokens } from '../tokens/count-block-tokens.ts'

/** The order in which a model reads a request, which is the order in which prefixes are cached. */
export const sections = ['tools', 'system', 'messages'] as const

export type Section = (typeof sections)[number]

/** A request as one sequence of blocks, with the cache points that stand between them. */
export interface Prompt {
  readonly blocks: readonly PromptBlock[]
  readonly points: readonly CachePoint[]
  /** Of all blocks and of what opens the answer. */
  readonly tokens: number
}

export interface PromptBlock {
  readonly section: Section
  /** Of the message it stands in; empty for tools and system. */
  readonly role: string
  readonly content: object
  readonly tokens: number
}

export interface CachePoint {
  /** How many blocks it covers: all before it. */
  readonly position: number
  readonly section: Section
  /** Whether it opens the list it stands in: the tools, the system or one message. */
  readonly isFirst: boolean
  /** As sent: a point is judged by check-cache-points. */
  readonly point: RequestCachePoint
  /** Where it stands in the request, for messages about it. */
  readonly place: string
}

/** Lays a request out as a sequence and counts its tokens. */
export function readPrompt({ toolConfig, system = [], messages = [] }: ConverseRequest): Prompt {
  const blocks: PromptBlock[] = []
  const points: CachePoint[] = []
  const add = (block: PromptBlock, place: string, index: number): void => {
    const { cachePoint: point } = block.content as { readonly cachePoint?: RequestCachePoint }
    const { section } = block
    if (point === undefined) blocks.push(block)
    else points.push({ position: blocks.length, section, isFirst: index === 0, point, place })
  }
  toolConfig?.tools?.forEach((tool, index) => {
    add({ section: 'tools', role: '', content: tool, tokens: countToolTokens(tool) }, `tools.${index}`, index)
  })
  system.forEach((content, index) => {
    add({ section: 'system', role: '', content, tokens: countBlockTokens(content) }, `system.${index}`, index)
  })
  messages.forEach(({ role, content }, messageIndex) => {
    content.forEach((block, index) => {
      const tokens = countBlockTokens(block) + (index === 0 ? messageTokens : 0)
      const place = `messages.${messageIndex}.content.${index}`
      add({ section: 'messages', role, content: block, tokens }, place, index)
    })
  })
  return { blocks, points, tokens: blocks.reduce((sum, block) => sum + block.tokens, answerTokens) }
}
