import type { ModelInfo } from '../../../shared/models.ts'
import { costOf, noUsage, type Usage } from '../../../shared/usage.ts'

export type Switch = {
  /** The model that holds the warm cache. */
  readonly from: Pick<ModelInfo, 'price' | 'caching'>
  readonly to: Pick<ModelInfo, 'price' | 'caching'>
  readonly cachedTokens: number
  /** Model calls and tokens this turn is expected to take: `expectedTurn`. */
  readonly turn: ExpectedTurn
}

export type ExpectedTurn = { readonly calls: number; readonly newTokens: number; readonly outputTokens: number }

export type SwitchCost = {
  /** US dollars that sending the cached prefix anew costs more than reading it where it is; 0 when it costs less. */
  readonly leavingUsd: number
  /** Whether this whole turn is expected to cost less where the cache is. */
  readonly isStayingCheaper: boolean
}

/**
 * An estimate, as nobody knows a turn before it: 700 tokens of answer and, with tools at work, three calls that each read
 * the prefix again and bring 1,500 tokens of results; without, one call with 500.
 */
export function expectedTurn(questionTokens: number, usesTools: boolean): ExpectedTurn {
  const [calls, perCall] = usesTools ? [3, 1500] : [1, 500]
  return { calls, newTokens: questionTokens + calls * perCall, outputTokens: 700 }
}

/** Undefined when a price is not known. */
export function weighSwitch({ from, to, cachedTokens, turn }: Switch): SwitchCost | undefined {
  const read = usdOf(from, { ...noUsage, cacheReadTokens: cachedTokens })
  const write = usdOf(to, { ...noUsage, cacheWriteTokens: cachedTokens })
  const stay = turnUsd(from, cachedTokens, turn, true)
  const leave = turnUsd(to, cachedTokens, turn, false)
  if (read === undefined || write === undefined || stay === undefined || leave === undefined) return undefined
  return { leavingUsd: Math.max(0, write - read), isStayingCheaper: stay < leave }
}

/** The first call writes the prefix unless it is warm; later ones read it. What is new is written once. */
function turnUsd(
  model: Pick<ModelInfo, 'price' | 'caching'>,
  cachedTokens: number,
  { calls, newTokens, outputTokens }: ExpectedTurn,
  isWarm: boolean,
): number | undefined {
  const reads = isWarm ? calls : calls - 1
  const first = isWarm ? 0 : cachedTokens
  return usdOf(
    model,
    { ...noUsage, cacheReadTokens: reads * cachedTokens, cacheWriteTokens: first + newTokens, outputTokens },
    cachedTokens + newTokens,
  )
}

/** @param promptTokens Of one call: a price may have a band above a size, which the sum over calls must not reach. */
function usdOf(
  { price, caching }: Pick<ModelInfo, 'price' | 'caching'>,
  usage: Usage,
  promptTokens = usage.cacheReadTokens + usage.cacheWriteTokens,
): number | undefined {
  if (price === undefined) return undefined
  if (price === 'free') return 0
  const { above, ...flat } = price
  const band = above !== undefined && promptTokens > above.promptTokens ? above.price : flat
  // A model without a cache takes everything at the full price, each time.
  const priced =
    caching === undefined
      ? { ...band, cacheRead: band.input, cacheWrite: band.input }
      : { ...band, cacheRead: band.cacheRead ?? band.input, cacheWrite: band.cacheWrite ?? band.input }
  const cost = costOf(usage, priced)
  return cost.kind === 'priced' ? cost.usd : undefined
}
