import type { CacheReach } from '../../../shared/prompt-cache.ts'
import type { PromptDescription } from './describe-prompt.ts'
import { digestOf } from './describe-message.ts'
import { startOfChain } from './message-chain.ts'

/** A place between two blocks where a prefix may end. Everything counts from the start of the prompt. */
export type PromptPosition = {
  readonly reach: Exclude<CacheReach, 'nothing'>
  /** The message it stands after; -1 before the messages. */
  readonly index: number
  /** Equal keys mean that the service sees the same prefix. */
  readonly key: string
  readonly blocks: number
  /** Raw estimate. */
  readonly rawTokens: number
}

/** The places of one prompt where entries can be: after the tools, after the fixed system prompt, after each message. */
export type PromptPositions = {
  readonly tools: PromptPosition | null
  readonly system: PromptPosition | null
  /** The number of messages. */
  readonly count: number
  /** After everything. */
  readonly end: PromptPosition
  message(index: number): PromptPosition
  /** After the last of so many messages; null when the prompt is shorter. */
  lastMessageOf(count: number): PromptPosition | null
  /** Every place up to `blocks` blocks before another, nearest first, that another request may have ended a prefix at. */
  before(position: PromptPosition, blocks: number): Iterable<PromptPosition>
}

/**
 * Keys follow what the service makes part of a prefix's identity: tools alone, tools and system, and for the messages
 * all of the system prompt, thinking, effort and whether there are pictures anywhere.
 *
 * @param scope Model, region and account: each has a cache of its own.
 */
export function promptPositions(prompt: PromptDescription, scope: string): PromptPositions {
  const { tools, stableSystem, varyingSystem, links, settings, hasImages } = prompt
  const identity = [tools.digest, stableSystem.digest, varyingSystem.digest, settings, hasImages ? 'images' : '']
  const messageKey = `${scope} m ${digestOf(identity.join('\n'))}`
  const fixedBlocks = tools.blocks + stableSystem.blocks + varyingSystem.blocks
  const fixedTokens = tools.tokens + stableSystem.tokens + varyingSystem.tokens

  /** `blocks` of the tools; the tokens of a part of them are of no interest, only whether it is there. */
  const afterTools = (blocks: number): PromptPosition => ({
    reach: 'tools',
    index: -1,
    key: `${scope} t ${tools.digests[blocks - 1]}`,
    blocks,
    rawTokens: (tools.tokens * blocks) / tools.blocks,
  })
  const afterSystem: PromptPosition = {
    reach: 'system',
    index: -1,
    key: `${scope} s ${digestOf(`${tools.digest} ${stableSystem.digest}`)}`,
    blocks: tools.blocks + stableSystem.blocks,
    rawTokens: tools.tokens + stableSystem.tokens,
  }
  const afterMessage = (index: number): PromptPosition => {
    const link = links[index] ?? startOfChain
    return {
      reach: 'messages',
      index,
      key: `${messageKey} ${link.digest}`,
      blocks: fixedBlocks + link.blocks,
      rawTokens: fixedTokens + link.tokens,
    }
  }

  function* before(position: PromptPosition, blocks: number): Generator<PromptPosition> {
    const isNear = (other: PromptPosition) => position.blocks - other.blocks <= blocks
    for (let index = position.index - 1; index >= 0; index--) {
      const earlier = afterMessage(index)
      if (!isNear(earlier)) return
      yield earlier
    }
    if (position.reach === 'messages' && stableSystem.blocks > 0 && isNear(afterSystem)) yield afterSystem
    const most = position.reach === 'tools' ? position.blocks - 1 : tools.blocks
    for (let count = most; count > 0 && position.blocks - count <= blocks; count--) yield afterTools(count)
  }

  return {
    tools: tools.blocks === 0 ? null : afterTools(tools.blocks),
    system: stableSystem.blocks === 0 ? null : afterSystem,
    count: links.length,
    end: afterMessage(links.length - 1),
    message: afterMessage,
    lastMessageOf: (count) => (count > links.length ? null : afterMessage(count - 1)),
    before,
  }
}
