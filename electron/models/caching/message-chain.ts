import type { ModelMessage } from '../../agent/ports.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import { describeMessage, digestOf } from './describe-message.ts'

/** Everything up to and including one message. Equal digests mean an equal history. Raw token estimates. */
export type ChainLink = {
  readonly digest: string
  readonly blocks: number
  readonly tokens: number
  readonly attachmentTokens: number
  readonly resultTokens: number
  readonly images: number
  /** Each tool that was used, once. The same list as before when a message adds none. */
  readonly toolNames: readonly string[]
}

/** The running digests and sums of one conversation's messages. */
export type MessageChain = {
  /**
   * Takes the messages of the next request and returns a link for each. What is the same as last time, by identity, is
   * not looked at again: a turn costs what is new in it, however long the history is.
   */
  follow(messages: readonly ModelMessage[], model: ModelInfo): readonly ChainLink[]
}

export const startOfChain: ChainLink = {
  digest: '',
  blocks: 0,
  tokens: 0,
  attachmentTokens: 0,
  resultTokens: 0,
  images: 0,
  toolNames: [],
}

export function createMessageChain(): MessageChain {
  let followed: ModelMessage[] = []
  let links: ChainLink[] = []
  let modelId: ModelInfo['id'] | undefined
  return {
    follow(messages, model) {
      const same = model.id === modelId ? commonLength(followed, messages) : 0
      modelId = model.id
      if (same < followed.length) {
        followed = followed.slice(0, same)
        links = links.slice(0, same)
      }
      for (const message of messages.slice(same)) {
        links.push(nextLink(links.at(-1) ?? startOfChain, message, model))
        followed.push(message)
      }
      return links
    },
  }
}

function commonLength(before: readonly ModelMessage[], now: readonly ModelMessage[]): number {
  const most = Math.min(before.length, now.length)
  let same = 0
  while (same < most && before[same] === now[same]) same++
  return same
}

function nextLink(last: ChainLink, message: ModelMessage, model: ModelInfo): ChainLink {
  const part = describeMessage(message, model)
  return {
    digest: digestOf(last.digest + part.digest),
    blocks: last.blocks + part.blocks,
    tokens: last.tokens + part.tokens,
    attachmentTokens: last.attachmentTokens + part.attachmentTokens,
    resultTokens: last.resultTokens + part.resultTokens,
    images: last.images + Number(part.hasImage),
    toolNames: withNew(last.toolNames, part.toolNames),
  }
}

function withNew(known: readonly string[], names: readonly string[]): readonly string[] {
  const added = names.filter((name) => !known.includes(name))
  return added.length === 0 ? known : [...known, ...added]
}
