import type { CacheLedger, LedgerEntry } from './cache-ledger.ts'
import type { PromptPosition, PromptPositions } from './prompt-positions.ts'

/** How far back a place is searched for. Further than any turn reaches, and the same cost for every history. */
const mostMessagesBack = 400

/** The nearest place at or before another that the ledger knows something about. */
export type KnownPosition = { readonly position: PromptPosition; readonly entry: LedgerEntry }

/** The nearest place at or before `position` whose entry passes `isWanted`. */
export function findKnown(
  position: PromptPosition,
  positions: PromptPositions,
  { ledger, isWanted }: { readonly ledger: CacheLedger; readonly isWanted: (entry: LedgerEntry) => boolean },
): KnownPosition | undefined {
  for (const candidate of backwards(position, positions)) {
    const entry = ledger.get(candidate.key)
    if (entry !== undefined && isWanted(entry)) return { position: candidate, entry }
  }
  return undefined
}

/**
 * Tokens up to a place: what the service counted at the nearest place before it, and the estimate of what came since.
 *
 * @param factor The model's own (`calibration.ts`).
 */
export function estimateTokensAt(
  position: PromptPosition,
  positions: PromptPositions,
  { ledger, factor }: { readonly ledger: CacheLedger; readonly factor: number },
): number {
  const known = findKnown(position, positions, { ledger, isWanted: ({ isCounted }) => isCounted })
  const counted = known?.entry.tokens ?? 0
  return Math.round(counted + (position.rawTokens - (known?.position.rawTokens ?? 0)) * factor)
}

function* backwards(position: PromptPosition, positions: PromptPositions): Generator<PromptPosition> {
  const first = Math.max(0, position.index - mostMessagesBack)
  for (let index = position.index; index >= first; index--) yield positions.message(index)
  if (position.reach !== 'tools' && positions.system !== null) yield positions.system
  if (positions.tools !== null) yield positions.tools
}
