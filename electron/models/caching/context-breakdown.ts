import type { ContextBreakdown } from '../../../shared/prompt-cache.ts'
import type { PromptDescription } from './describe-prompt.ts'

/** Divides the tokens the service counted among what fills the prompt, by their estimated shares. */
export function breakDownContext(prompt: PromptDescription, promptTokens: number): ContextBreakdown {
  const { tools, stableSystem, varyingSystem, lastLink } = prompt
  const rawTotal = tools.tokens + stableSystem.tokens + varyingSystem.tokens + lastLink.tokens
  const scale = rawTotal === 0 ? 0 : promptTokens / rawTotal
  const share = (raw: number) => Math.floor(raw * scale)
  const parts = {
    system: share(stableSystem.tokens + varyingSystem.tokens),
    tools: share(tools.tokens),
    attachments: share(lastLink.attachmentTokens),
    results: share(lastLink.resultTokens),
  }
  const rest = promptTokens - parts.system - parts.tools - parts.attachments - parts.results
  return { ...parts, conversation: Math.max(0, rest) }
}
