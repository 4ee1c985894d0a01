import type { Usage } from './script.ts'

/** Usage as it stands in `metadata` and in a Converse answer. The total counts cached input too. */
export function wireUsage(usage: Usage): Usage & { readonly totalTokens: number } {
  const { inputTokens, outputTokens, cacheReadInputTokens, cacheWriteInputTokens } = usage
  return { ...usage, totalTokens: inputTokens + outputTokens + cacheReadInputTokens + cacheWriteInputTokens }
}
