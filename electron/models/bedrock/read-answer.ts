import type { ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime'
import type { AppError } from '../../../shared/errors.ts'
import type { CallObserver, ModelEvent } from '../../agent/ports.ts'
import { cancelled, guardStream, type StreamGuard } from '../guard-stream.ts'
import { asAppError, brokenStream, silentService } from './failure.ts'
import { fromConverse } from './from-converse.ts'

export type AnswerSource = {
  /** Sends the request; aborting the signal frees its stream. */
  readonly send: (signal: AbortSignal) => Promise<AsyncIterable<ConverseStreamOutput>>
  /** The model's label, for the sentence about a failure. */
  readonly subject: string
  readonly stallTimeoutMs: number
  readonly explain: (error: unknown, hasStarted: boolean) => AppError
  readonly observer?: CallObserver | undefined
}

/**
 * The events of one answer, as the port wants them. Written by hand, since an asynchronous generator costs each delta
 * two promises more.
 *
 * A connection that ends before `messageStop` is an error whatever the SDK says: over HTTP/2 it ends such a stream
 * as if it were whole. One that ends after it is a whole answer, perhaps without its usage.
 */
export function readAnswer(
  { send, subject, stallTimeoutMs, explain, observer }: AnswerSource,
  callerSignal: AbortSignal,
): AsyncIterator<ModelEvent, undefined> {
  let guard: StreamGuard | undefined
  let source: AsyncIterator<ConverseStreamOutput> | undefined
  let hasStopped = false
  let isOver = false

  async function start(): Promise<void> {
    guard = guardStream(callerSignal, stallTimeoutMs)
    const events = await guard.during(send(guard.signal))
    source = events[Symbol.asyncIterator]()
    // The SDK hands an answer out once its first event is there.
    observer?.noteStart()
  }

  function pull(): Promise<Result> {
    if (isOver) return Promise.resolve(over)
    return source === undefined ? start().then(pull, end) : source.next().then(take, end)
  }

  function take(result: IteratorResult<ConverseStreamOutput>): Result | Promise<Result> {
    if (result.done === true) return end()
    guard?.noteActivity()
    const event = fromConverse(result.value)
    if (event === null) return pull()
    if (event.type === 'message-stopped') hasStopped = true
    if (event.type === 'usage' && observer !== undefined) {
      return { done: false, value: { ...event, ...observer.report(event.usage) } }
    }
    return { done: false, value: event }
  }

  function end(failure?: unknown): Result {
    close()
    if (callerSignal.aborted) throw cancelled()
    if (guard?.hasStalled === true && !hasStopped) throw asAppError(silentService(subject), failure)
    if (hasStopped && (failure === undefined || guard?.hasStalled === true)) return over
    if (failure === undefined) throw asAppError(brokenStream(subject), failure)
    const error = explain(failure, source !== undefined)
    if (hasStopped && error.code === 'MODEL_STREAM_BROKEN') return over
    throw error
  }

  /** Also when the reader leaves early: the HTTP stream would stay open. */
  function close(): void {
    isOver = true
    guard?.close()
  }

  return {
    next: pull,
    return() {
      close()
      return Promise.resolve(over)
    },
  }
}

type Result = IteratorResult<ModelEvent, undefined>

const over: Result = { done: true, value: undefined }
