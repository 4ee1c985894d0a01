import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { costOf, noUsage } from '../../shared/usage.ts'
import type { Clock, ModelEvent, ModelRequest, ModelStopReason, RunSink, TurnConfiguration } from './ports.ts'

/** A piece of an answer, as the model sends it. */
export type ModelPiece = Exclude<ModelEvent, { type: 'message-stopped' | 'usage' }>

export type CallRequest = {
  readonly turn: TurnConfiguration
  readonly request: Omit<ModelRequest, 'model' | 'inference'>
  readonly purpose?: ModelCall['purpose']
  readonly signal: AbortSignal
}

export type CallPorts = { readonly clock: Clock; readonly emit: RunSink }

export type PieceListener = {
  /** Once, when the answer begins. */
  readonly onBegun?: () => void
  readonly onPiece: (piece: ModelPiece) => void
}

/**
 * One request to a model, and the record of it: `model-call-started` and exactly one `model-call-completed`, whatever
 * happens. Resolves to why the model stopped. Throws the model's `AppError`; an answer without an end is one too.
 *
 * Makes nothing per piece: this is the path every streamed delta takes.
 */
export async function callModel(
  call: CallRequest,
  { clock, emit }: CallPorts,
  { onBegun, onPiece }: PieceListener,
): Promise<ModelStopReason> {
  const { turn, request, signal } = call
  const { modelInfo: model, inference } = turn
  const meter: Meter = { startedAt: clock.now(), ...noAnswer }
  emit({ type: 'model-call-started', modelId: model.id, at: meter.startedAt })
  try {
    for await (const event of turn.model.stream({ ...request, model, inference }, signal)) {
      if (meter.lastAt === null) onBegun?.()
      notePause(meter, clock.now())
      if (event.type === 'message-stopped') meter.reason = event.reason
      else if (event.type === 'usage') meter.usage = event
      else {
        meter.firstPieceAt ??= meter.lastAt
        onPiece(event)
      }
    }
    if (meter.reason === null) throw brokenOff()
    return meter.reason
  } catch (error) {
    meter.failure = error instanceof AppError ? error.code : 'INTERNAL'
    meter.isUnsent = error instanceof AppError && error.isUnsent
    throw error
  } finally {
    emit({ type: 'model-call-completed', call: recordOf(call, meter, clock.now()) })
  }
}

type Meter = {
  readonly startedAt: number
  /** Of the newest event. */
  lastAt: number | null
  firstPieceAt: number | null
  pauses: number
  longestPauseMs: number
  reason: ModelStopReason | null
  usage: Extract<ModelEvent, { type: 'usage' }> | null
  failure: ErrorCode | null
  isUnsent: boolean
}

const noAnswer = {
  lastAt: null,
  firstPieceAt: null,
  pauses: 0,
  longestPauseMs: 0,
  reason: null,
  usage: null,
  failure: null,
  isUnsent: false,
} as const

/** A pause this long is one that a reader notices. */
const noticeableMs = 1_000

function notePause(meter: Meter, now: number): void {
  const pauseMs = meter.lastAt === null ? 0 : now - meter.lastAt
  if (pauseMs > noticeableMs) {
    meter.pauses += 1
    meter.longestPauseMs = Math.max(meter.longestPauseMs, pauseMs)
  }
  meter.lastAt = now
}

function brokenOff(): AppError {
  return new AppError('MODEL_STREAM_BROKEN', 'The answer broke off before its end.', { retryable: true })
}

function recordOf({ turn, purpose }: CallRequest, meter: Meter, now: number): ModelCall {
  const { startedAt, lastAt, firstPieceAt, reason, usage, failure } = meter
  const { id: modelId, price } = turn.modelInfo
  return {
    modelId,
    startedAt,
    timeToFirstTokenMs: firstPieceAt === null ? null : firstPieceAt - startedAt,
    durationMs: now - startedAt,
    endpointLatencyMs: usage?.latencyMs ?? null,
    ...(wasTurnedAway(meter) ? nothingCharged : chargedFor(usage, price)),
    stopReason: reason,
    ...(failure === null ? {} : { failure }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(usage?.cache === undefined ? {} : { cache: usage.cache }),
    ...(usage?.context === undefined ? {} : { context: usage.context }),
    ...(lastAt === null ? {} : { gaps: { count: meter.pauses, longestMs: meter.longestPauseMs } }),
  }
}

function chargedFor(usage: Meter['usage'], price: ModelInfo['price']): Pick<ModelCall, 'usage' | 'cost'> {
  return { usage: usage?.usage ?? null, cost: usage === null ? { kind: 'unpriced' } : costOf(usage.usage, price) }
}

const nothingCharged = { usage: noUsage, cost: { kind: 'free' } } as const

/** Answered with an error instead of an answer, or never asked: nothing was read and nothing is charged. */
function wasTurnedAway({ lastAt, failure, isUnsent }: Meter): boolean {
  return lastAt === null && failure !== null && (isUnsent || turnedAway.has(failure))
}

const turnedAway: ReadonlySet<ErrorCode> = new Set([
  'MODEL_THROTTLED',
  'MODEL_QUOTA_EXCEEDED',
  'MODEL_ACCESS_DENIED',
  'MODEL_NOT_FOUND',
  'MODEL_NEEDS_PROFILE',
  'MODEL_REJECTED_REQUEST',
  'MODEL_UNAVAILABLE',
  'CONTEXT_TOO_LONG',
  'CREDENTIALS_MISSING',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_REJECTED',
])
