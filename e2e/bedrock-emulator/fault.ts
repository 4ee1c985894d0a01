import type { ServiceErrorName } from './service-error.ts'

/** The five failures ConverseStream names inside a stream, by their name on the wire. */
export const streamExceptions = [
  'internalServerException',
  'modelStreamErrorException',
  'validationException',
  'throttlingException',
  'serviceUnavailableException',
] as const

export type StreamException = (typeof streamExceptions)[number]

export const operations = [
  'Converse',
  'ConverseStream',
  'CountTokens',
  'ApplyGuardrail',
  'ListFoundationModels',
  'ListInferenceProfiles',
  'ListGuardrails',
] as const

export type Operation = (typeof operations)[number]

/**
 * What goes wrong with the next request. An `http-error` and a `first-frame-exception` leave the scripted reply queued
 * for the client's next attempt; the others use one up, since part of it is sent. `afterDeltas` counts content deltas
 * before the fault (default 1; a shorter reply breaks before its `messageStop`).
 */
type FaultKind =
  | {
      readonly kind: 'http-error'
      readonly error: ServiceErrorName
      readonly message?: string
      readonly retryAfterSeconds?: number
    }
  | { readonly kind: 'first-frame-exception'; readonly exception: StreamException; readonly message?: string }
  | {
      readonly kind: 'mid-stream-exception'
      /** Any name is sent as it stands, so that one the client does not know can be tried too. */
      readonly exception: StreamException | (string & {})
      readonly message?: string
      readonly afterDeltas?: number
    }
  /** A frame of message type `error`, for failures the service's model does not name. */
  | {
      readonly kind: 'unmodelled-error'
      readonly code: string
      readonly message: string
      readonly afterDeltas?: number
    }
  /** An event type from the future; the stream goes on after it. */
  | { readonly kind: 'unknown-event'; readonly afterDeltas?: number }
  | {
      readonly kind:
        | 'cut-connection'
        | 'reset-stream'
        | 'no-message-stop'
        | 'stall'
        | 'bad-checksum'
        | 'truncated-frame'
      readonly afterDeltas?: number
    }
  | { readonly kind: 'no-metadata' }

export type Fault = FaultKind & {
  /** How many requests it meets; 1 unless told. */
  readonly times?: number
  /** Meets only this operation. Unless told, a fault waits for the next Converse or ConverseStream. */
  readonly operation?: Operation
  /** Meets only requests signed for this region. */
  readonly region?: string
}

export const streamOnlyFaults: ReadonlySet<Fault['kind']> = new Set([
  'first-frame-exception',
  'mid-stream-exception',
  'unmodelled-error',
  'unknown-event',
  'reset-stream',
  'no-message-stop',
  'bad-checksum',
  'truncated-frame',
  'no-metadata',
])
