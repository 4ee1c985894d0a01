import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { planRetry } from './plan-retry.ts'

const failed = (code: ErrorCode, retryAfterMs?: number) =>
  new AppError(code, 'It failed.', { hint: 'Wait.', retryable: true, retryAfterMs })

/** The pauses until it gives up. */
function pausesOf(error: AppError, random: number): number[] {
  const pauses: number[] = []
  for (let failures = 1; ; failures++) {
    const plan = planRetry(error, failures, random)
    if (plan.kind === 'give-up') return pauses
    pauses.push(plan.delayMs)
  }
}

describe('planRetry', () => {
  it('waits a random part of a doubling time while the service is overloaded', () => {
    expect(pausesOf(failed('MODEL_THROTTLED'), 1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000])
    expect(pausesOf(failed('MODEL_THROTTLED'), 0.25)).toEqual([250, 500, 1_000, 2_000, 4_000])
  })

  it.each(['MODEL_UNAVAILABLE', 'MODEL_UNREACHABLE', 'MODEL_TIMEOUT', 'MODEL_STREAM_BROKEN'] as const)(
    'tries %s again almost at once, then later, three times in all',
    (code) => {
      expect(pausesOf(failed(code), 0.5)).toEqual([50, 1_000, 4_000])
    },
  )

  it('never comes back sooner than the service said', () => {
    expect(pausesOf(failed('MODEL_THROTTLED', 7_000), 0.5)).toEqual([7_000, 7_000, 7_000, 7_000, 8_000])
    expect(planRetry(failed('MODEL_UNAVAILABLE', 60_000), 1, 0)).toEqual({ kind: 'retry', delayMs: 60_000 })
  })

  it('gives up when the service asks for more than a minute, and says so', () => {
    const error = failed('MODEL_THROTTLED', 90_000)
    expect(planRetry(error, 1, 0.5)).toMatchObject({
      kind: 'give-up',
      error: {
        code: 'MODEL_THROTTLED',
        message: 'It failed. It asks to wait 2 minutes before the next try.',
        hint: 'Wait.',
        retryable: true,
        cause: error,
      },
    })
  })

  it.each([
    new AppError('MODEL_THROTTLED', 'Not retryable.'),
    failed('CREDENTIALS_EXPIRED'),
    failed('MODEL_REJECTED_REQUEST'),
    failed('INTERNAL'),
    new TypeError('x is not a function'),
  ])('does not repeat what would fail again: %s', (error) => {
    expect(planRetry(error, 1, 0.5)).toEqual({ kind: 'give-up', error })
  })
})
