import { canonicalJson } from '../../shared/canonical-json.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'

/**
 * Whether two outcomes of the same call say the same. What a person sees decides; ids, which are new each time, do not
 * count. `unknown` when the earlier one was told to the agent in short and nothing else can be compared.
 */
export function compareOutcomes(earlier: ToolOutcome, later: ToolOutcome): 'same' | 'different' | 'unknown' {
  if (earlier.status !== later.status) return 'different'
  if (earlier.display !== undefined && later.display !== undefined)
    return isEqual(earlier.display, later.display) ? 'same' : 'different'
  const isShortened = earlier.cached !== undefined && earlier.cached.savedTokens > 0
  if (isShortened || earlier.kept !== undefined || later.kept !== undefined) return 'unknown'
  return isEqual(earlier.content, later.content) ? 'same' : 'different'
}

const newEachTime: ReadonlySet<string> = new Set(['tableId', 'snapshotId', 'resultId'])

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(withoutIds(a)) === canonicalJson(withoutIds(b))
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !newEachTime.has(key))
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutIds(part)]))
}
