import { AppError } from '../../shared/errors.ts'

const maxRetries = 2

/**
 * How long to wait before trying a failed model call again, in milliseconds; null when it should not be. The SDK has
 * by then made its own three quick attempts, so these are slow: 2 s, then 6 s.
 */
export function retryDelayMs(error: unknown, attempt: number): number | null {
  if (!(error instanceof AppError) || !error.retryable || attempt > maxRetries) return null
  return attempt === 1 ? 2000 : 6000
}
