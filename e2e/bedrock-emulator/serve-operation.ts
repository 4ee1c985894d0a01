import { once } from 'node:events'

import { countTokens } from './count-tokens.ts'
import { takeFault } from './emulator-state.ts'
import type { EmulatorState } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import type { Fault } from './fault.ts'
import { applyGuardrail } from './guardrails/apply-guardrail.ts'
import { findGuardrail } from './guardrails/find-guardrail.ts'
import { listGuardrails } from './guardrails/list-guardrails.ts'
import { listFoundationModels } from './list-foundation-models.ts'
import { listInferenceProfiles } from './list-inference-profiles.ts'
import type { OperationCall } from './route-operation.ts'
import { sendJson } from './send-json.ts'
import { serveConverse } from './serve-converse.ts'
import { ServiceError } from './service-error.ts'

export interface AcceptedCall {
  readonly call: OperationCall
  /** Parsed JSON; null without a body. */
  readonly body: unknown
  readonly region: string | undefined
  /** Resolves when an answer may begin. */
  readonly travelled: Promise<void>
  readonly state: EmulatorState
}

/** Answers one call whose credentials are accepted. Throws ServiceError for what the service refuses. */
export async function serveOperation(exchange: Exchange, accepted: AcceptedCall): Promise<void> {
  const { call, body, region, travelled, state } = accepted
  const fault = takeFault(state, call.operation, region)
  if (fault?.kind === 'http-error') {
    throw new ServiceError(fault.error, fault.message, { retryAfterSeconds: fault.retryAfterSeconds })
  }
  if (call.operation !== 'ConverseStream' && (await isBrokenOff(exchange, fault))) return
  if (call.operation === 'Converse' || call.operation === 'ConverseStream') {
    return serveConverse(exchange, { ...call, body, fault, travelled }, state)
  }
  const answer = answerOf(exchange, { call, body, region }, state)
  await travelled
  await sendJson(exchange, answer)
}

type PlainCall = Exclude<OperationCall, { readonly operation: 'Converse' | 'ConverseStream' }>

function answerOf(
  { url }: Exchange,
  { call, body, region }: Pick<AcceptedCall, 'body' | 'region'> & { readonly call: PlainCall },
  { guardrails }: EmulatorState,
): object {
  switch (call.operation) {
    case 'ListFoundationModels':
      return listFoundationModels(region)
    case 'ListInferenceProfiles':
      return listInferenceProfiles(url.searchParams, region)
    case 'ListGuardrails':
      return listGuardrails(guardrails, region)
    case 'CountTokens':
      return countTokens(call.modelId, body)
    case 'ApplyGuardrail':
      return applyGuardrail(findGuardrail(guardrails, call.guardrailId, call.guardrailVersion), body)
  }
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
