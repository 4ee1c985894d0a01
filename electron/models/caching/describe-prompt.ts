import { thinkingSent } from '../../../shared/thinking-sent.ts'
import type { ModelRequest, ToolSpec } from '../../agent/ports.ts'
import { digestOf, perBlock, perTool } from './describe-message.ts'
import { offeredTools } from '../offered-tools.ts'
import { estimateTextTokens } from './estimate-text-tokens.ts'
import { startOfChain, type ChainLink, type MessageChain } from './message-chain.ts'

/** A part of the prompt before the messages. Raw token estimate. */
export type FixedPart = { readonly digest: string; readonly blocks: number; readonly tokens: number }

/** Tools are a block each, so a longer list still holds the prefix of a shorter one. */
export type ToolsPart = FixedPart & {
  /** One for each tool: the digest of the list up to and including it. */
  readonly digests: readonly string[]
}

/** A request as the prompt cache sees it: tools, then system, then messages. */
export type PromptDescription = {
  readonly tools: ToolsPart
  /** The part of the system prompt that may carry a cache point. */
  readonly stableSystem: FixedPart
  readonly varyingSystem: FixedPart
  /** One for each message: everything from the first message up to its end. */
  readonly links: readonly ChainLink[]
  readonly lastLink: ChainLink
  /** What else belongs to the identity of a prefix that reaches into the messages: thinking, effort, pictures. */
  readonly settings: string
  readonly hasImages: boolean
}

export function describePrompt(request: ModelRequest, chain: MessageChain): PromptDescription {
  const { model, system, messages } = request
  const links = chain.follow(messages, model)
  const lastLink = links.at(-1) ?? startOfChain
  return {
    tools: describeTools(offeredTools(request, lastLink.toolNames)),
    stableSystem: describeText(system.stable),
    varyingSystem: describeText(system.varying),
    links,
    lastLink,
    settings: describeSettings(request),
    hasImages: lastLink.images > 0,
  }
}

const nothing: FixedPart = { digest: '', blocks: 0, tokens: 0 }

const describedTools = new WeakMap<readonly ToolSpec[], ToolsPart>()

function describeTools(tools: readonly ToolSpec[]): ToolsPart {
  const known = describedTools.get(tools)
  if (known !== undefined) return known
  const digests: string[] = []
  let tokens = 0
  for (const tool of tools) {
    const text = JSON.stringify(tool)
    digests.push(digestOf((digests.at(-1) ?? '') + text))
    tokens += estimateTextTokens(text) + perTool
  }
  const described = { digest: digests.at(-1) ?? '', blocks: tools.length, tokens, digests }
  describedTools.set(tools, described)
  return described
}

function describeText(text: string): FixedPart {
  if (text.trim() === '') return nothing
  return { digest: digestOf(text), blocks: 1, tokens: estimateTextTokens(text) + perBlock }
}

/** Thinking and effort as they go over the wire. */
function describeSettings({ model: { accepts }, inference }: ModelRequest): string {
  const { isAskedToThink, effort } = thinkingSent(accepts, inference)
  return `${isAskedToThink ? 'thinking' : 'default'} ${effort ?? 'default'}`
}
