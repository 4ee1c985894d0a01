import type { Compaction } from '../../shared/run-events.ts'
import { formatCount } from '../ui/format.ts'

export function compactionWords({ tokensBefore, tokensAfter }: Compaction): string {
  const sizes = `${formatCount(tokensBefore)} → ${formatCount(tokensAfter)} tokens`
  return `Earlier messages were summarised for the model (${sizes})`
}
