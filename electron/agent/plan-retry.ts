import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** What follows a failed try: another one after a pause, or none; `error` is then what there is to say. */
export type RetryPlan =
  | { readonly kind: 'retry'; readonly delayMs: number }
  | { readonly kind: 'give-up'; readonly error: unknown }

/**
 * Whether and when a model call is tried again at the same place. `failures` counts those in a row, this one included;
 * `random` is 0 to 1.
 *
 * An overloaded service is asked up to five times more, each pause a random part of 1, 2, 4, 8 and 16 s: full jitter, so
 * that many waiting clients do not come back at once (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 * What failed on the way or inside the service is asked up to three times more, at first almost at once. Never sooner
 * than the service said; and where it said more than a minute, not at all. The SDK retries nothing by itself.
 */
export function planRetry(error: unknown, failures: number, random: number): RetryPlan {
  const giveUp: RetryPlan = { kind: 'give-up', error }
  if (!(error instanceof AppError) || !error.retryable) return giveUp
  const pauses = pausesAfter[error.code]
  const longestMs = pauses?.[failures - 1]
  if (longestMs === undefined) return giveUp
  const { retryAfterMs = 0 } = error
  if (retryAfterMs > longestWaitMs) return { kind: 'give-up', error: sayHowLong(error, retryAfterMs) }
  const isJittered = pauses === overloaded || failures === 1
  const delayMs = isJittered ? Math.round(random * longestMs) : longestMs
  return { kind: 'retry', delayMs: Math.max(delayMs, retryAfterMs) }
}

const longestWaitMs = 60_000

const overloaded = [1_000, 2_000, 4_000, 8_000, 16_000]
const passing = [100, 1_000, 4_000]

/** After the first failure, the second, …; nothing is tried after the last. */
const pausesAfter: Partial<Record<ErrorCode, readonly number[]>> = {
  MODEL_THROTTLED: overloaded,
  MODEL_UNAVAILABLE: passing,
  MODEL_UNREACHABLE: passing,
  MODEL_TIMEOUT: passing,
  MODEL_STREAM_BROKEN: passing,
}

function sayHowLong(error: AppError, retryAfterMs: number): AppError {
  const minutes = Math.ceil(retryAfterMs / 60_000)
  const { code, message, hint, retryable } = error
  const wait = `It asks to wait ${minutes} minutes before the next try.`
  return new AppError(code, `${message} ${wait}`, { hint, retryable, retryAfterMs, cause: error })
}
