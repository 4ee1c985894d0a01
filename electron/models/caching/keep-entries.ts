import type { Usage } from '../../../shared/usage.ts'
import { promptTokens } from '../../../shared/usage.ts'
import type { CacheLedger } from './cache-ledger.ts'
import type { CachePrediction, StandingPoint } from './predict-cache.ts'
import type { PromptPosition } from './prompt-positions.ts'

type Call = {
  readonly ledger: CacheLedger
  readonly standing: readonly StandingPoint[]
  readonly prediction: CachePrediction
  /** When the request was sent, on the ledger's clock. */
  readonly nowMs: number
}

/** Once an answer begins: what is read lives on, what is written can be read by the next call. */
export function keepStarted({
  ledger,
  standing,
  prediction,
  estimate,
  nowMs,
}: Call & { readonly estimate: (position: PromptPosition) => number }): void {
  refresh({ ledger, standing, prediction, nowMs })
  for (const { position, ttl } of prediction.written) {
    const known = ledger.get(position.key)
    const tokens = known?.tokens ?? estimate(position)
    ledger.put({ key: position.key, ttl, tokens, isCounted: known?.isCounted ?? false, lastUsedMs: nowMs })
  }
}

/**
 * Once the service has counted: sizes are known exactly at both ends of what was read and written, and an entry that it
 * turned out not to have is struck off.
 *
 * @param read Where the prefix ended that was really read.
 * @param end The end of the prompt.
 */
export function keepCounted({
  ledger,
  standing,
  prediction,
  nowMs,
  read,
  end,
  usage,
}: Call & { readonly read: PromptPosition | null; readonly end: PromptPosition; readonly usage: Usage }): void {
  const cached = usage.cacheReadTokens + usage.cacheWriteTokens
  const isGone = prediction.read !== null && (read?.blocks ?? 0) < prediction.read.blocks
  if (isGone && prediction.read !== null) ledger.forgetLife(prediction.read.key)
  for (const { position, ttl } of standing) {
    if (cached === 0) ledger.forgetLife(position.key)
    // Everything after what was really read was written, also what was expected to be read.
    else if (isGone && position.blocks > (read?.blocks ?? 0)) {
      const tokens = ledger.get(position.key)?.tokens ?? 0
      ledger.put({ key: position.key, ttl, tokens, isCounted: false, lastUsedMs: nowMs })
    }
  }
  if (read !== null) count(ledger, read, usage.cacheReadTokens)
  const lastPoint = standing.at(-1)?.position
  if (lastPoint !== undefined && cached > 0) count(ledger, lastPoint, cached)
  if (lastPoint?.key !== end.key || cached === 0) count(ledger, end, promptTokens(usage))
}

/** Of the points at or before the end of what is read, those that have an entry. */
function refresh({ ledger, standing, prediction, nowMs }: Call): void {
  const { read } = prediction
  if (read === null) return
  const points = standing.map(({ position }) => position).filter(({ blocks }) => blocks <= read.blocks)
  for (const { key } of [...points, read]) {
    const entry = ledger.get(key)
    if (entry !== undefined && ledger.isAlive(entry)) ledger.put({ ...entry, lastUsedMs: nowMs })
  }
}

function count(ledger: CacheLedger, { key }: PromptPosition, tokens: number): void {
  const known = ledger.get(key)
  ledger.put({ key, ttl: known?.ttl ?? '5m', tokens, isCounted: true, lastUsedMs: known?.lastUsedMs ?? null })
}
