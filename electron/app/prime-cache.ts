import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { AgentId } from '../../shared/ids.ts'
import type { WarmUpReport } from '../../shared/ipc/contract.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { costOf, noUsage, type Cost, type Usage } from '../../shared/usage.ts'
import { callModel } from '../agent/call-model.ts'
import type { Clock, Model, ModelRequest, RunSink } from '../agent/ports.ts'

/** What every conversation with an agent begins with, and what it wishes of the model. */
export type PromptPrefix = Pick<ModelRequest, 'system' | 'tools' | 'inference'>

export type PrimingWish = {
  readonly agentId: AgentId
  readonly info: ModelInfo
  readonly model: Model
  readonly prefix: PromptPrefix
  /** Whether the person lets it cost something. Otherwise it is only said what it would. */
  readonly isPaidFor: boolean
  readonly signal: AbortSignal
}

export type CachePriming = {
  /** Throws what the model throws. */
  prime(wish: PrimingWish): Promise<WarmUpReport['priming']>
}

export type CachePrimingPorts = {
  readonly clock: Clock
  /** Once for each request that was made, answered or not, for the books. */
  readonly onPrimed: (call: ModelCall, agentId: AgentId) => void
}

type Primed = { readonly until: number; readonly report: NonNullable<WarmUpReport['priming']> }

/**
 * Writes an agent's tools and the fixed part of its prompt into the prompt cache, ahead of the first question: with one
 * request that asks for one token. Not again as long as the entry should live.
 */
export function createCachePriming({ clock, onPrimed }: CachePrimingPorts): CachePriming {
  const primed = new Map<string, Primed>()

  return {
    async prime({ agentId, info, model, prefix, isPaidFor, signal }) {
      const request = primingRequest(info, prefix)
      const tokens = worthTokens(request, model)
      if (tokens === null) return null
      const key = identityOf(request)
      const earlier = primed.get(key)
      if (earlier !== undefined && clock.now() < earlier.until) return earlier.report
      if (!isPaidFor) return { kind: 'offered', tokens, usd: usdOf(costOf(expectedUsage(tokens, request), info.price)) }

      const call = await ask(model, request, { clock, signal, onCall: (made) => onPrimed(made, agentId) })
      const { cacheReadTokens, cacheWriteTokens } = call.usage ?? noUsage
      const report = { kind: 'done', tokens: cacheReadTokens + cacheWriteTokens, usd: usdOf(call.cost) } as const
      primed.set(key, { until: call.startedAt + lifetimeMs(call.usage), report })
      return report
    },
  }
}

function primingRequest(model: ModelInfo, { system, tools, inference }: PromptPrefix): ModelRequest {
  return {
    model,
    // What varies stands behind the cached part and would only be paid for.
    system: { stable: system.stable, varying: '' },
    tools,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
    inference: { ...inference, maxTokens: 1 },
  }
}

/** null where there is nothing to write, or too little: the service would take the money and keep nothing. */
function worthTokens(request: ModelRequest, model: Model): number | null {
  if (model.holdsCachePoint?.(request) !== true) return null
  return model.estimatePromptTokens?.(request) ?? null
}

function identityOf({ model, system, tools, inference }: ModelRequest): string {
  const parts = [model.id, inference.region ?? '', inference.caching ?? '', system.stable, tools]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

function expectedUsage(tokens: number, { model, inference }: ModelRequest): Usage {
  const isForAnHour = inference.caching === '1h' && model.caching?.lifetimes.includes('1h') === true
  const hour = isForAnHour ? { cacheWriteHourTokens: tokens } : {}
  return { ...noUsage, outputTokens: 1, cacheWriteTokens: tokens, ...hour }
}

/** The record of the one call, told to `onCall` also when it fails or is stopped: what was read is paid for then too. */
async function ask(
  model: Model,
  { model: modelInfo, inference, ...request }: ModelRequest,
  of: { readonly clock: Clock; readonly signal: AbortSignal; readonly onCall: (call: ModelCall) => void },
): Promise<ModelCall> {
  const { clock, signal, onCall } = of
  const calls: ModelCall[] = []
  const emit: RunSink = (event) => {
    if (event.type !== 'model-call-completed') return
    calls.push(event.call)
    onCall(event.call)
  }
  const turn = { modelInfo, model, inference, alternatives: [] }
  await callModel({ turn, request, purpose: 'priming', signal }, { clock, emit }, { onPiece: () => {} })
  const [call] = calls
  if (call === undefined) throw new AppError('INTERNAL', 'A model call ended without its record.')
  return call
}

function usdOf(cost: Cost): number | null {
  if (cost.kind === 'unpriced') return null
  return cost.kind === 'free' ? 0 : cost.usd
}

const minuteMs = 60_000

/** Of the shortest entry written; an hour only when all of it was written for one. */
function lifetimeMs(usage: Usage | null): number {
  const { cacheWriteTokens, cacheWriteHourTokens = 0 } = usage ?? noUsage
  return (cacheWriteTokens > 0 && cacheWriteHourTokens === cacheWriteTokens ? 60 : 5) * minuteMs
}
