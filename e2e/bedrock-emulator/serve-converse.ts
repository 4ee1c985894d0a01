import { acceptConverse } from './accept-converse.ts'
import type { AcceptedConverse, ConverseCall } from './accept-converse.ts'
import { noCacheUse, planCacheUse } from './cache/plan-cache-use.ts'
import type { CacheUse } from './cache/plan-cache-use.ts'
import { takeReply } from './emulator-state.ts'
import type { EmulatorState } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import type { Fault } from './fault.ts'
import { guardConverse } from './guardrails/guard-converse.ts'
import { measureUsage } from './measure-usage.ts'
import { replyMessage } from './reply-message.ts'
import { replyStopReason } from './reply-stop-reason.ts'
import { reserveTokens } from './reserve-tokens.ts'
import { sendJson } from './send-json.ts'
import { streamReply } from './stream-reply.ts'
import type { Answer } from './stream-reply.ts'
import { wireUsage } from './wire-usage.ts'

export interface ConverseExchange extends ConverseCall {
  readonly fault: Fault | undefined
  /** Resolves when an answer may begin. */
  readonly travelled: Promise<void>
}

/** Answers a Converse or ConverseStream request. Throws ServiceError for one the service would refuse. */
export async function serveConverse(exchange: Exchange, call: ConverseExchange, state: EmulatorState): Promise<void> {
  const accepted = acceptConverse(call)
  const guard = guardConverse(accepted.request, state.guardrails)
  const isAsked = guard.refusal === undefined
  const settle = isAsked ? reserveTokens(accepted, state) : () => undefined
  const cacheUse = isAsked ? cacheUseOf(accepted, state) : noCacheUse
  // The client tries again by itself after an exception in the first frame: what was scripted is for that attempt.
  const reply =
    call.fault?.kind === 'first-frame-exception' ? [] : (guard.refusal ?? takeReply(state, accepted.request))
  const usage = measureUsage(accepted.prompt, cacheUse, reply)
  const { cache, clock, settings } = state
  const trace = guard.trace(reply)
  const answer: Answer = {
    reply: guard.guardReply(reply),
    usage: wireUsage(usage, settings),
    extras: { ...(trace === undefined ? {} : { trace }), ...accepted.options },
    onStart: () => cache.apply(cacheUse, clock.now()),
  }
  try {
    await call.travelled
    if (call.operation === 'Converse') await answerWhole(exchange, answer)
    else await streamReply(exchange, { ...answer, settings, fault: call.fault, gate: state.gate })
  } finally {
    settle(usage)
  }
}

async function answerWhole(exchange: Exchange, { reply, usage, extras, onStart }: Answer): Promise<void> {
  const startedAt = performance.now()
  const message = replyMessage(reply)
  onStart()
  await sendJson(exchange, {
    output: { message },
    stopReason: replyStopReason(reply),
    usage,
    metrics: { latencyMs: Math.round(performance.now() - startedAt) },
    ...extras,
  })
}

/** What is read is settled when a request arrives; what it writes can be read from when its answer starts. */
function cacheUseOf(accepted: AcceptedConverse, { cache, clock }: EmulatorState): CacheUse {
  const nowMs = clock.now()
  return planCacheUse({ ...accepted, isLive: (key) => cache.isLive(key, nowMs) })
}
