import type { EventEmitter } from 'node:events'

import type { PromptCache } from './cache/prompt-cache.ts'
import type { ConverseRequest } from './converse-request.ts'
import type { EmulatorClock } from './emulator-clock.ts'
import type { Guardrail } from './guardrails/guardrail.ts'
import { streamOnlyFaults } from './fault.ts'
import type { Fault, Operation } from './fault.ts'
import type { Reply } from './script.ts'
import type { TokenQuota } from './token-quota.ts'

export const credentialKinds = ['accepted', 'expired', 'unrecognized', 'denied'] as const

export type Credentials = (typeof credentialKinds)[number]

export interface EmulatorSettings {
  /** Whether what the client signs with is taken. Missing credentials are refused always. */
  readonly credentials: Credentials
  readonly firstTokenDelayMs: number
  readonly perDeltaDelayMs: number
  /** Both are waited for on each new TCP connection before anything on it is read. */
  readonly connectionDelayMs: number
  readonly tlsDelayMs: number
  /** By the region a request is signed for: added to the time until its answer begins. */
  readonly regionLatencyMs: Readonly<Record<string, number>>
  /** Until `GET /_emulator/credentials` answers. */
  readonly credentialsDelayMs: number
  /** By model id, with or without a profile's prefix, or `*` for each other one; absent for no limit. */
  readonly tokensPerMinute: Readonly<Record<string, number>>
  /** Whether usage tells what was read from and written to the prompt cache. */
  readonly reportsCache: boolean
}

export const defaultSettings: EmulatorSettings = {
  credentials: 'accepted',
  firstTokenDelayMs: 0,
  perDeltaDelayMs: 0,
  connectionDelayMs: 0,
  tlsDelayMs: 0,
  regionLatencyMs: {},
  credentialsDelayMs: 0,
  tokensPerMinute: {},
  reportsCache: true,
}

/** One request as it arrived. `outcome` is `open` until the answer is whole or broken off by either side. */
export interface CapturedRequest {
  readonly method: string
  /** With the query, still encoded. */
  readonly path: string
  readonly protocol: 'h2' | 'http/1.1'
  readonly operation?: Operation
  /** Decoded. */
  readonly modelId?: string
  /** It is signed for; absent with a bearer key. */
  readonly region?: string
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON, the text where it is none, or null without a body. */
  readonly body: unknown
  outcome: 'open' | 'completed' | 'broken-off'
}

export type DefaultReply = Reply | ((request: ConverseRequest) => Reply)

/** Everything a test sets or reads. The HTTP control surface and the fixture share it. */
export interface EmulatorState {
  settings: EmulatorSettings
  replies: Reply[]
  defaultReply: DefaultReply
  faults: Fault[]
  requests: CapturedRequest[]
  /** TCP connections opened. */
  connectionCount: number
  clock: EmulatorClock
  cache: PromptCache
  guardrails: readonly Guardrail[]
  quota: TokenQuota
  /** Emits when what is held goes on. */
  readonly gate: EventEmitter<{ release: [] }>
}

/** The first fault waiting for this operation in this region, once. */
export function takeFault(state: EmulatorState, operation: Operation, region?: string): Fault | undefined {
  const index = state.faults.findIndex((fault) => meets(fault, operation) && isFor(fault, region))
  const fault = state.faults[index]
  if (fault === undefined) return undefined
  const { times = 1 } = fault
  if (times > 1) state.faults[index] = { ...fault, times: times - 1 }
  else state.faults.splice(index, 1)
  return fault
}

function meets(fault: Fault, operation: Operation): boolean {
  if (streamOnlyFaults.has(fault.kind) && operation !== 'ConverseStream') return false
  if (fault.operation !== undefined) return fault.operation === operation
  return operation === 'Converse' || operation === 'ConverseStream'
}

function isFor(fault: Fault, region: string | undefined): boolean {
  return fault.region === undefined || fault.region === region
}

/** The next scripted reply, or what the default makes of the request. */
export function takeReply(state: EmulatorState, request: ConverseRequest): Reply {
  const scripted = state.replies.shift()
  if (scripted !== undefined) return scripted
  return typeof state.defaultReply === 'function' ? state.defaultReply(request) : state.defaultReply
}
