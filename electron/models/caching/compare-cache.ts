import type { CacheMiss, CacheReport } from '../../../shared/prompt-cache.ts'
import { cacheSavedUsd, promptTokens, type Usage } from '../../../shared/usage.ts'
import type { PreparedCall } from './prepare-call.ts'
import type { PromptPosition } from './prompt-positions.ts'

export type CacheComparison = {
  readonly report: CacheReport
  /** Where the prefix ended that was really read. */
  readonly read: PromptPosition | null
}

/**
 * What a call did with the cache, beside what was predicted, with a name for each difference.
 */
export function compareCache(call: PreparedCall, usage: Usage): CacheComparison {
  const { points, prediction, predicted, request } = call
  const read = findRead(call, usage.cacheReadTokens)
  const { miss, wasPredicted } = judge(call, usage, read)
  return {
    read,
    report: {
      points: [...points],
      predicted: { reach: prediction.read?.reach ?? 'nothing', ...predicted },
      reach: read?.reach ?? 'nothing',
      cacheableTokens: cacheableTokens(call, usage),
      miss,
      wasPredicted,
      savedUsd: cacheSavedUsd(usage, request.model.price),
    },
  }
}

/** What was sent before, as far as this model could have read it from a cache. */
function cacheableTokens({ request, sentBeforeTokens }: PreparedCall, usage: Usage): number {
  if (request.model.caching === undefined) return 0
  return Math.max(usage.cacheReadTokens, Math.min(sentBeforeTokens, promptTokens(usage)))
}

/** Neither counter says anything. */
export function isSilent(usage: Usage): boolean {
  return usage.cacheReadTokens === 0 && usage.cacheWriteTokens === 0
}

type Judgement = { readonly miss: CacheMiss | null; readonly wasPredicted: boolean }

function judge(call: PreparedCall, usage: Usage, read: PromptPosition | null): Judgement {
  const { prediction, expectedMiss } = call
  const wasExpected = prediction.read !== null || prediction.written.length > 0
  if (isSilent(usage) && wasExpected) return { miss: explainSilence(call, usage), wasPredicted: false }
  const isSameRead = read?.key === prediction.read?.key
  const isSameWrite = usage.cacheWriteTokens > 0 === prediction.written.length > 0
  if (isSameRead && isSameWrite) return { miss: expectedMiss, wasPredicted: true }
  const isLess = (read?.blocks ?? 0) < (prediction.read?.blocks ?? 0)
  // More than expected was read: another program of this account had sent the same.
  return { miss: isLess ? 'evicted' : expectedMiss, wasPredicted: false }
}

function explainSilence({ predicted, request }: PreparedCall, { inputTokens }: Usage): CacheMiss {
  // Where only the counters are left out, input is what was not cached, and that is little.
  if (inputTokens < predicted.promptTokens / 2) return 'not-reported'
  return inputTokens < (request.model.caching?.minimumTokens ?? 0) ? 'below-minimum' : 'evicted'
}

/** Sizes that were counted are exact; this much may be between two counts of the same prefix. */
const exactError = 0.01
/** How far a size that was never counted may be off and still be taken for the place it was estimated for. */
const trustedError = 0.25

/**
 * The place whose size is nearest to what was read: the predicted one when it fits, else one that the service should
 * hold, else any: then the entry was another program's.
 */
function findRead(call: PreparedCall, readTokens: number): PromptPosition | null {
  if (readTokens === 0) return null
  const { positions, standing, prediction, held, estimate } = call
  const error = (position: PromptPosition) => Math.abs(estimate(position) - readTokens) / readTokens
  // The size of a place between two that were counted is an estimate: it is taken for it unless another fits exactly.
  const isExact = held.some((place) => place.key !== prediction.read?.key && error(place) < exactError)
  if (prediction.read !== null && error(prediction.read) < (isExact ? exactError : trustedError)) return prediction.read
  const [nearest] = held.toSorted((a, b) => error(a) - error(b))
  if (nearest !== undefined && error(nearest) < trustedError) return nearest
  const anywhere = [positions.tools, positions.system, ...standing.map(({ position }) => position), ...held]
  return anywhere.filter((place) => place !== null).toSorted((a, b) => error(a) - error(b))[0] ?? null
}
