import { AppError, toWireError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { Message, ToolUseBlock } from '../../shared/messages.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { costOf, type Usage } from '../../shared/usage.ts'
import { collectBlocks, type BlockCollector } from './collect-blocks.ts'
import type { Clock, Model, ModelRequest, ModelStopReason, NewMessageId, RunScope, RunSink } from './ports.ts'
import { retryDelayMs } from './retry-delay.ts'

export type ReplyRequest = {
  readonly scope: RunScope
  readonly modelId: ModelId
  readonly model: Model
  readonly request: ModelRequest
  /** Ids already used in this run: some servers number every reply from zero. Grows with the reply's own. */
  readonly usedToolIds: Set<string>
}

type ReplyPorts = { readonly clock: Clock; readonly newMessageId: NewMessageId; readonly emit: RunSink }

/** A whole reply. `toolUses` is empty unless the model finished asking for them. */
export type Reply = {
  readonly message: Message
  readonly reason: ModelStopReason
  readonly toolUses: readonly ToolUseBlock[]
}

/**
 * One model call, streamed out as events. What was streamed before a stop or failure stays in the message; tool uses
 * of a message that did not finish are dropped, since nothing may run that the model had not finished asking for.
 *
 * A retryable failure before the first word is tried again after a pause; after it never, so that no text doubles.
 * Throws the model's `AppError`, `CANCELLED` on abort.
 */
export async function streamReply(reply: ReplyRequest, ports: ReplyPorts): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    const collector = collectBlocks(ports.newMessageId(), reply.usedToolIds, ports)
    try {
      return await callModel(reply, collector, ports)
    } catch (error) {
      const delayMs = collector.isEmpty() && !reply.scope.signal.aborted ? retryDelayMs(error, attempt) : null
      if (delayMs === null) throw error
      ports.emit({ type: 'retry-scheduled', attempt, delayMs, error: toWireError(error), at: ports.clock.now() })
      await ports.clock.sleep(delayMs, reply.scope.signal)
    }
  }
}

async function callModel(reply: ReplyRequest, collector: BlockCollector, ports: ReplyPorts): Promise<Reply> {
  const { scope, modelId, model, request } = reply
  const { clock, emit } = ports
  const startedAt = clock.now()
  let firstTokenAt: number | null = null
  let reason: ModelStopReason | null = null
  let usage: { readonly usage: Usage; readonly latencyMs: number | null } | null = null
  emit({ type: 'model-call-started', modelId, at: startedAt })
  try {
    for await (const event of model.stream(request, scope.signal)) {
      if (event.type === 'message-stopped') reason = event.reason
      else if (event.type === 'usage') usage = event
      else {
        firstTokenAt ??= clock.now()
        collector.add(event)
      }
    }
    if (reason === null)
      throw new AppError('MODEL_STREAM_BROKEN', 'The answer broke off before its end.', { retryable: true })
    const isWhole = reason === 'end-turn' || reason === 'tool-use' || reason === 'stop-sequence'
    const message = collector.complete(isWhole)
    return { message, reason, toolUses: message.content.filter((block) => block.type === 'tool-use') }
  } catch (error) {
    if (!collector.isEmpty()) collector.complete(false)
    throw error
  } finally {
    const call: ModelCall = {
      modelId,
      startedAt,
      timeToFirstTokenMs: firstTokenAt === null ? null : firstTokenAt - startedAt,
      durationMs: clock.now() - startedAt,
      endpointLatencyMs: usage?.latencyMs ?? null,
      usage: usage?.usage ?? null,
      cost: usage === null ? { kind: 'unpriced' } : costOf(usage.usage, request.model.price),
      stopReason: reason,
    }
    emit({ type: 'model-call-completed', call })
  }
}
