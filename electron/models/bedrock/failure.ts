import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { BedrockAuth } from '../../../shared/settings.ts'

/** A failure in words: what an `AppError` is made of. */
export type Failure = {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  readonly retryable: boolean
  /** No connection came about, so nothing was asked; absent where part of the request may have arrived. */
  readonly isUnsent?: true
}

/** Where a failure happened, for the sentence about it. */
export type FailureContext = {
  /** What was asked of Bedrock: a model's label, or "the list of models". */
  readonly subject: string
  readonly region: string
  readonly auth: BedrockAuth
  /** Part of the answer has come: what failed is the stream, not the request. */
  readonly hasStarted: boolean
}

/** The stream stopped before the model did. */
export function brokenStream(subject: string): Failure {
  return {
    code: 'MODEL_STREAM_BROKEN',
    message: `The answer from ${subject} broke off before it was complete.`,
    hint: 'What arrived is kept. Continue, or retry the message.',
    retryable: true,
  }
}

/** The connection stands, but nothing comes. */
export function silentService(subject: string): Failure {
  return {
    code: 'MODEL_TIMEOUT',
    message: `${subject} stopped sending and stayed silent for too long.`,
    hint: 'What arrived is kept. Retry, or choose another model.',
    retryable: true,
  }
}

/** `retryAfterMs` is what the service asked for, where it did. */
export function asAppError(
  { code, message, hint, retryable, isUnsent }: Failure,
  cause: unknown,
  retryAfterMs?: number,
): AppError {
  return new AppError(code, message, { hint, retryable, retryAfterMs, isUnsent, cause })
}
