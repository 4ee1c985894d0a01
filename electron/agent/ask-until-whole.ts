import { AppError, toWireError, type ErrorCode } from '../../shared/errors.ts'
import type { ContentBlock } from '../../shared/messages.ts'
import { callModel, type CallPorts, type CallRequest } from './call-model.ts'
import type { BlockCollector } from './collect-blocks.ts'
import { continueRequest, continueWayOf, type ContinueWay } from './continue-request.ts'
import { planRetry } from './plan-retry.ts'
import type { ModelStopReason, TurnConfiguration } from './ports.ts'
import { waitForRetry, type RetryPorts } from './wait-for-retry.ts'

export type AskPorts = CallPorts & RetryPorts & { /** 0 to 1, for jitter. */ readonly random: () => number }

/** Why the model stopped, and the turn as it now is: asked where the answer came from. */
export type Asked = { readonly reason: ModelStopReason; readonly turn: TurnConfiguration }

/** How often one message is taken up again after its text broke off. */
const maxResumptions = 2

/**
 * Asks until an answer is whole, whatever breaks on the way: again after a pause, then at the next place, and from the
 * text that is shown where there is some. Each step is an event.
 *
 * Throws what is left to say when nothing helped, `CANCELLED` on abort. What was streamed stays in the collector.
 */
export async function askUntilWhole(call: CallRequest, collector: BlockCollector, ports: AskPorts): Promise<Asked> {
  const attempt: Attempt = {
    ...placeOf(call.turn, call.turn.modelInfo.label),
    partial: [],
    failures: 0,
    resumptions: 0,
  }
  for (;;) {
    try {
      const reason = await ask(call, attempt, collector, ports)
      return { reason, turn: attempt.turn }
    } catch (error) {
      if (call.signal.aborted) throw error
      const delayMs = recover(attempt, error, collector, ports)
      if (delayMs > 0) await waitForRetry(delayMs, call.signal, ports)
    }
  }
}

type Place = { turn: TurnConfiguration; label: string; way: ContinueWay }

type Attempt = Place & {
  /** What of the message stands and is gone on from; empty before the first word. */
  partial: readonly ContentBlock[]
  /** In a row at this place, without a new word between. */
  failures: number
  resumptions: number
  /** What broke the text off last. */
  broken?: unknown
}

function placeOf(turn: TurnConfiguration, label: string): Place {
  return { turn, label, way: continueWayOf(turn.modelInfo) }
}

async function ask(
  { request, signal }: CallRequest,
  { turn, partial, way, broken }: Attempt,
  collector: BlockCollector,
  ports: AskPorts,
): Promise<ModelStopReason> {
  const { clock, emit } = ports
  const isGoingOn = partial.length > 0
  const onBegun = () => {
    if (isGoingOn) emit({ type: 'run-noted', note: { kind: 'resumed', error: toWireError(broken) }, at: clock.now() })
  }
  collector.begin(turn.modelInfo.id)
  const next = isGoingOn ? continueRequest(request, partial, way) : request
  const reason = await callModel({ turn, request: next, signal }, ports, { onBegun, onPiece: collector.add })
  collector.end()
  return reason
}

/** Makes the attempt ready for its next try and returns the pause before it, in milliseconds. Throws when none is left. */
function recover(attempt: Attempt, error: unknown, collector: BlockCollector, ports: AskPorts): number {
  const kept = collector.keepText()
  if (lengthOf(kept) > lengthOf(attempt.partial)) {
    attempt.partial = kept
    attempt.broken = error
    attempt.failures = 0
    attempt.resumptions += 1
    if (attempt.resumptions > maxResumptions) throw error
  } else if (attempt.partial.length > 0 && attempt.way === 'prefill' && isRefusal(error)) {
    // The catalog may be wrong about a model; being asked is what every one takes.
    attempt.way = 'ask'
    return 0
  }
  attempt.failures += 1
  const plan = planRetry(error, attempt.failures, ports.random())
  if (plan.kind === 'give-up') {
    moveOn(attempt, plan.error, ports)
    return 0
  }
  const { delayMs } = plan
  ports.emit({
    type: 'retry-scheduled',
    attempt: attempt.failures,
    delayMs,
    error: toWireError(error),
    at: ports.clock.now(),
  })
  return delayMs
}

function lengthOf(content: readonly ContentBlock[]): number {
  return content.reduce((sum, block) => sum + (block.type === 'text' ? block.text.length : 0), 0)
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === 'MODEL_REJECTED_REQUEST'
}

/** Goes to the next place that has the model. Throws the error when there is none, or none would do better. */
function moveOn(attempt: Attempt, error: unknown, { clock, emit }: AskPorts): void {
  const [next, ...alternatives] = attempt.turn.alternatives
  if (next === undefined || !(error instanceof AppError) || !boundToPlace.has(error.code)) throw error
  const note = { kind: 'failover', from: attempt.label, to: next.label, error: toWireError(error) } as const
  emit({ type: 'run-noted', note, at: clock.now() })
  const { model, modelInfo, label } = next
  Object.assign(attempt, placeOf({ ...attempt.turn, model, modelInfo, alternatives }, label), { failures: 0 })
}

/** What another region may not suffer from. Quotas are counted for each. */
const boundToPlace = new Set<ErrorCode>([
  'MODEL_THROTTLED',
  'MODEL_QUOTA_EXCEEDED',
  'MODEL_UNAVAILABLE',
  'MODEL_UNREACHABLE',
  'MODEL_TIMEOUT',
  'MODEL_STREAM_BROKEN',
])
