import type { TurnConfiguration } from './ports.ts'

/** How full a prompt may get, in tokens. */
type ContextBudget = {
  /** The most the model can read at once. */
  readonly contextTokens: number
  /** Past this, earlier messages are summarised before the next call. */
  readonly compactAbove: number
  /** What a compaction leaves at most, so that the next one is not soon and the prompt cache is broken once. */
  readonly target: number
}

const fullShare = 0.8
const targetShare = 0.35
const maxAllowanceTokens = 32_000
/** Of a small context, an answer is left no more than this. */
const maxAllowanceShare = 0.25

/** null for a model whose limit nobody knows: such a one is never compacted by itself. */
export function contextBudget({ modelInfo, inference }: TurnConfiguration): ContextBudget | null {
  const { contextTokens, maxOutputTokens } = modelInfo
  if (contextTokens === undefined) return null
  const allowance = Math.min(
    inference.maxTokens ?? maxOutputTokens ?? maxAllowanceTokens,
    maxAllowanceTokens,
    contextTokens * maxAllowanceShare,
  )
  return {
    contextTokens,
    compactAbove: contextTokens * fullShare - allowance,
    target: contextTokens * targetShare,
  }
}
