import { z } from './schema.ts'

const tokens = z.number().int().nonnegative()

/** Tokens as the endpoint counted them. `inputTokens` excludes cache reads and writes (Converse's own accounting). */
export const usage = z.object({
  inputTokens: tokens,
  outputTokens: tokens,
  cacheReadTokens: tokens,
  cacheWriteTokens: tokens,
  /** The part of `cacheWriteTokens` written for an hour, which costs more; absent is none. */
  cacheWriteHourTokens: tokens.optional(),
})
export type Usage = z.infer<typeof usage>

/** Money in US dollars. `unpriced` means the catalog has no price: it is shown as unknown, never as 0. */
export const cost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('priced'), usd: z.number().nonnegative() }),
  z.object({ kind: z.literal('unpriced') }),
])
export type Cost = z.infer<typeof cost>

/** US dollars per million tokens. `above` replaces all of it for a request whose whole prompt exceeds the limit. */
export type Price = {
  readonly input: number
  readonly output: number
  readonly cacheRead?: number | undefined
  /** A five-minute entry. */
  readonly cacheWrite?: number | undefined
  /** A one-hour entry. */
  readonly cacheWriteHour?: number | undefined
  readonly above?: { readonly promptTokens: number; readonly price: Omit<Price, 'above'> } | undefined
}
const flatPrice = z.object({
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  cacheRead: z.number().nonnegative().optional(),
  cacheWrite: z.number().nonnegative().optional(),
  cacheWriteHour: z.number().nonnegative().optional(),
})
export const price: z.ZodType<Price> = flatPrice.extend({
  above: z.object({ promptTokens: tokens, price: flatPrice }).optional(),
})

export const noUsage: Usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 }

export function addUsage(a: Usage, b: Usage): Usage {
  const hour = (a.cacheWriteHourTokens ?? 0) + (b.cacheWriteHourTokens ?? 0)
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    ...(hour === 0 ? {} : { cacheWriteHourTokens: hour }),
  }
}

/** A sum with an unknown part is unknown. */
export function addCost(a: Cost, b: Cost): Cost {
  if (a.kind === 'unpriced' || b.kind === 'unpriced') return { kind: 'unpriced' }
  if (a.kind === 'free') return b
  if (b.kind === 'free') return a
  return { kind: 'priced', usd: a.usd + b.usd }
}

/** The whole prompt of a request: full-price input, cache reads and cache writes. */
export function promptTokens(u: Usage): number {
  return u.inputTokens + u.cacheReadTokens + u.cacheWriteTokens
}

/**
 * What one model call costs.
 *
 * A price without cache columns cannot price cached tokens, so such a call is `unpriced` once it reports any.
 */
export function costOf(u: Usage, p: Price | 'free' | undefined): Cost {
  if (p === 'free') return { kind: 'free' }
  if (p === undefined) return { kind: 'unpriced' }
  const band = p.above !== undefined && promptTokens(u) > p.above.promptTokens ? p.above.price : p
  if (band.cacheRead === undefined && u.cacheReadTokens > 0) return { kind: 'unpriced' }
  const hourTokens = u.cacheWriteHourTokens ?? 0
  const shortTokens = u.cacheWriteTokens - hourTokens
  if (band.cacheWrite === undefined && shortTokens > 0) return { kind: 'unpriced' }
  if (band.cacheWriteHour === undefined && hourTokens > 0) return { kind: 'unpriced' }
  const micros =
    u.inputTokens * band.input +
    u.outputTokens * band.output +
    u.cacheReadTokens * (band.cacheRead ?? 0) +
    shortTokens * (band.cacheWrite ?? 0) +
    hourTokens * (band.cacheWriteHour ?? 0)
  return { kind: 'priced', usd: micros / 1_000_000 }
}

/**
 * US dollars that caching saved on one call, against the same prompt at full price; negative when writing cost more
 * than reading saved. null without a price, and 0 for a free model.
 */
export function cacheSavedUsd(u: Usage, p: Price | 'free' | undefined): number | null {
  const paid = costOf(u, p)
  const { outputTokens } = u
  const full = costOf({ inputTokens: promptTokens(u), outputTokens, cacheReadTokens: 0, cacheWriteTokens: 0 }, p)
  if (paid.kind === 'unpriced' || full.kind === 'unpriced') return null
  return (full.kind === 'priced' ? full.usd : 0) - (paid.kind === 'priced' ? paid.usd : 0)
}
