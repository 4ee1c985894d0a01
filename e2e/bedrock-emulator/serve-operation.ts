import { once } from 'node:events'

import type { ConverseRequest } from './converse-request.ts'
import { takeFault, takeReply } from './emulator-state.ts'
import type { EmulatorState } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import type { Fault } from './fault.ts'
import { listFoundationModels } from './list-foundation-models.ts'
import { listInferenceProfiles } from './list-inference-profiles.ts'
import { measureUsage } from './measure-usage.ts'
import { replyMessage } from './reply-message.ts'
import { replyStopReason } from './reply-stop-reason.ts'
import { resolveModel } from './resolve-model.ts'
import type { OperationCall } from './route-operation.ts'
import { sendJson } from './send-json.ts'
import { ServiceError } from './service-error.ts'
import { streamReply } from './stream-reply.ts'
import { validateConverse } from './validate-converse.ts'
import { wireUsage } from './wire-usage.ts'

export interface AcceptedCall {
  readonly call: OperationCall
  /** Parsed JSON; null without a body. */
  readonly body: unknown
  readonly state: EmulatorState
}

/** Answers one call whose credentials are accepted. Throws ServiceError for what the service refuses. */
export async function serveOperation(exchange: Exchange, { call, body, state }: AcceptedCall): Promise<void> {
  const fault = takeFault(state, call.operation)
  if (fault?.kind === 'http-error') {
    throw new ServiceError(fault.error, fault.message, { retryAfterSeconds: fault.retryAfterSeconds })
  }
  if (call.operation !== 'ConverseStream' && (await isBrokenOff(exchange, fault))) return
  switch (call.operation) {
    case 'ListFoundationModels':
      return sendJson(exchange, listFoundationModels())
    case 'ListInferenceProfiles':
      return sendJson(exchange, listInferenceProfiles(exchange.url.searchParams))
    case 'Converse':
      return answerWhole(exchange, acceptedRequest(call.modelId, body), state)
    case 'ConverseStream': {
      const request = acceptedRequest(call.modelId, body)
      // The client tries again by itself after this one: what was scripted is for that next attempt.
      const reply = fault?.kind === 'first-frame-exception' ? [] : takeReply(state, request)
      const usage = measureUsage(request, reply)
      return streamReply(exchange, { reply, usage, settings: state.settings, fault })
    }
  }
}

function acceptedRequest(modelId: string, body: unknown): ConverseRequest {
  return validateConverse(body, resolveModel(modelId))
}

async function answerWhole(exchange: Exchange, request: ConverseRequest, state: EmulatorState): Promise<void> {
  const startedAt = performance.now()
  const reply = takeReply(state, request)
  const message = replyMessage(reply)
  await sendJson(exchange, {
    output: { message },
    stopReason: replyStopReason(reply),
    usage: wireUsage(measureUsage(request, reply)),
    metrics: { latencyMs: Math.round(performance.now() - startedAt) },
  })
}

/** An answer that is no stream has two ways to break: no answer at all, and no end to waiting for it. */
async function isBrokenOff(exchange: Exchange, fault: Fault | undefined): Promise<boolean> {
  if (fault?.kind === 'cut-connection') {
    exchange.cutConnection()
    return true
  }
  if (fault?.kind === 'stall') {
    if (!exchange.gone.aborted) await once(exchange.gone, 'abort')
    return true
  }
  return false
}
