import type { CacheUse } from './cache/plan-cache-use.ts'
import type { Prompt } from './cache/prompt.ts'
import type { Reply, ReplyStep, Usage } from './script.ts'
import { countTextTokens } from './tokens/count-text-tokens.ts'

/**
 * The token counts of one exchange; `inputTokens` is what was neither read from the cache nor written to it. A scripted
 * `usage` step replaces what it names.
 */
export function measureUsage(prompt: Prompt, { readTokens, writeTokens, details }: CacheUse, reply: Reply): Usage {
  const measured: Usage = {
    inputTokens: prompt.tokens - readTokens - writeTokens,
    outputTokens: reply.reduce((sum, step) => sum + outputTokens(step), 0),
    cacheReadInputTokens: readTokens,
    cacheWriteInputTokens: writeTokens,
    ...(details.length === 0 ? {} : { cacheDetails: details }),
  }
  return reply.reduce((usage, step) => ('usage' in step ? replaceUsage(usage, step.usage) : usage), measured)
}

/** Details of a write that is no longer the one reported would contradict it. */
function replaceUsage({ cacheDetails, ...usage }: Usage, scripted: Partial<Usage>): Usage {
  const areKept = cacheDetails !== undefined && scripted.cacheWriteInputTokens === undefined
  return { ...usage, ...(areKept ? { cacheDetails } : {}), ...scripted }
}

/** What opens a tool use, beside its name and input. */
const toolUseTokens = 8

function outputTokens(step: ReplyStep): number {
  if ('text' in step) return countTextTokens(step.text)
  if ('reasoning' in step) return countTextTokens(step.reasoning)
  if ('redactedReasoning' in step) return countTextTokens(step.redactedReasoning)
  if ('burst' in step) return countTextTokens((step.burst.text ?? burstText).repeat(step.burst.deltas))
  if (!('toolUse' in step)) return 0
  return toolUseTokens + countTextTokens(step.toolUse.name) + countTextTokens(toolInputJson(step.toolUse))
}

/** What one delta of a burst says unless the script tells. */
export const burstText = 'word '

/** The JSON text a tool use streams. */
export function toolInputJson(toolUse: { readonly input?: unknown; readonly rawJson?: string }): string {
  return toolUse.rawJson ?? JSON.stringify(toolUse.input ?? {})
}
