import { z } from './schema.ts'

/**
 * Every failure the app can name, one meaning each. To add one: here, and a test that it reaches the page as a
 * sentence with a next step. `INTERNAL` is for the unforeseen only; its cause stays in the log.
 */
export const errorCodes = [
  'INTERNAL',
  'INVALID_REQUEST',
  'NOT_FOUND',
  'CANCELLED',
  // The border
  'UNAUTHORIZED',
  'HOST_UNREACHABLE',
  // Models
  'CREDENTIALS_MISSING',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_REJECTED',
  'MODEL_ACCESS_DENIED',
  'MODEL_NOT_FOUND',
  'MODEL_NEEDS_PROFILE',
  'MODEL_THROTTLED',
  'MODEL_QUOTA_EXCEEDED',
  'MODEL_UNAVAILABLE',
  'MODEL_TIMEOUT',
  'MODEL_REJECTED_REQUEST',
  'MODEL_STREAM_BROKEN',
  'MODEL_UNREACHABLE',
  'CONTEXT_TOO_LONG',
  // Runs
  'RUN_ALREADY_ACTIVE',
  'AGENT_UNKNOWN',
  // Files and tools
  'PATH_OUTSIDE_WORKSPACE',
  'FILE_PROTECTED',
  'FILE_NOT_FOUND',
  'FILE_EXISTS',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'FILE_ENCRYPTED',
  'FILE_MALFORMED',
  'FILE_CHANGED',
  'DISK_FULL',
  'QUERY_INVALID',
  'QUERY_NOT_READ_ONLY',
  'TOOL_UNAVAILABLE',
  'TOOL_TIMEOUT',
  'SANDBOX_UNAVAILABLE',
  'ADDRESS_NOT_ALLOWED',
  'WORKER_DIED',
  // Consent
  'CONSENT_NOT_OPEN',
  // Start-up
  'CONFIG_INVALID',
  'DATABASE_DAMAGED',
  'DATABASE_TOO_NEW',
  'ALREADY_RUNNING',
  'PORT_IN_USE',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What of an error crosses the border. `message` says what happened to what; `hint` says what to do next. */
export const wireError = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  retryable: z.boolean(),
  hint: z.string().optional(),
})
export type WireError = z.infer<typeof wireError>

/** The one error class of the app. Translate foreign errors into it once, where the foreign system is known. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly hint: string | undefined
  /** How long whoever refused asks to be left alone, in milliseconds. Stays on this side of the border. */
  readonly retryAfterMs: number | undefined
  /** The request never left this machine, so nobody can charge for it. Stays on this side of the border. */
  readonly isUnsent: boolean

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      hint?: string | undefined
      retryable?: boolean
      retryAfterMs?: number | undefined
      isUnsent?: boolean | undefined
      cause?: unknown
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.retryable = more.retryable ?? false
    this.hint = more.hint
    this.retryAfterMs = more.retryAfterMs
    this.isUnsent = more.isUnsent ?? false
  }
}

/** What the other side may see of any thrown value. Unknown errors lose everything but a sentence. */
export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) {
    const { code, message, retryable, hint } = error
    return hint === undefined ? { code, message, retryable } : { code, message, retryable, hint }
  }
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside the app.',
    retryable: false,
    hint: 'Try again. If it happens again, the log in the data folder says more.',
  }
}

/** The error on the receiving side of the border. */
export function fromWireError(error: WireError): AppError {
  return new AppError(error.code, error.message, {
    retryable: error.retryable,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  })
}
