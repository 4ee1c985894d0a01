/** Tokens that count against one quota, as long as they stand in its rolling minute. */
export interface TokenQuota {
  /**
   * Takes `tokens` at `nowMs` if they fit under `limit`, and says how long to wait if they do not. What a request took
   * is replaced by what it really cost through `settle`; it counts from its start.
   */
  reserve(request: QuotaRequest): { readonly settle: (tokens: number) => void } | { readonly waitMs: number }
}

export interface QuotaRequest {
  /** Whose quota: requests of one bucket share it. */
  readonly bucket: string
  readonly limit: number
  readonly tokens: number
  readonly nowMs: number
}

const minuteMs = 60_000

/** Quotas of tokens per minute, all unused. */
export function createTokenQuota(): TokenQuota {
  const buckets = new Map<string, Taken[]>()
  return {
    reserve: ({ bucket, limit, tokens, nowMs }) => {
      const taken = (buckets.get(bucket) ?? []).filter(({ atMs }) => nowMs < atMs + minuteMs)
      buckets.set(bucket, taken)
      const waitMs = timeUntilFit(taken, limit - tokens, nowMs)
      if (waitMs > 0) return { waitMs }
      const entry: Taken = { atMs: nowMs, tokens }
      taken.push(entry)
      return {
        settle: (settled) => {
          entry.tokens = settled
        },
      }
    },
  }
}

interface Taken {
  readonly atMs: number
  tokens: number
}

/** Until enough of what is taken has left the minute; a whole minute for what can never fit. In milliseconds. */
function timeUntilFit(taken: readonly Taken[], room: number, nowMs: number): number {
  if (room < 0) return minuteMs
  let sum = taken.reduce((total, entry) => total + entry.tokens, 0)
  if (sum <= room) return 0
  for (const { atMs, tokens } of taken) {
    sum -= tokens
    if (sum <= room) return atMs + minuteMs - nowMs
  }
  return minuteMs
}
