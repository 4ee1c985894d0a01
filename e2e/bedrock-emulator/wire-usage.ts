import type { EmulatorSettings } from './emulator-state.ts'
import type { Usage } from './script.ts'

/** Usage as it stands in `metadata` and in a Converse answer. The total counts cached input too. */
export function wireUsage(usage: Usage, { reportsCache }: EmulatorSettings): object {
  const { inputTokens, outputTokens, cacheReadInputTokens, cacheWriteInputTokens } = usage
  const totalTokens = inputTokens + outputTokens + cacheReadInputTokens + cacheWriteInputTokens
  return reportsCache ? { ...usage, totalTokens } : { inputTokens, outputTokens, totalTokens }
}
