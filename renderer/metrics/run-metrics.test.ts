import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { runState } from '../../shared/run-events.ts'
import { liveCall } from './live-call.ts'
import { conversationMetrics, runMetrics } from './run-metrics.ts'

const usage = (inputTokens: number, outputTokens: number, cacheReadTokens = 0, cacheWriteTokens = 0) => ({
  inputTokens,
  outputTokens,
  cacheReadTokens,
  cacheWriteTokens,
})

const call = (more: Partial<RunState['calls'][number]> = {}): RunState['calls'][number] => ({
  modelId: 'bedrock:m' as RunState['modelId'],
  startedAt: 1000,
  timeToFirstTokenMs: 400,
  durationMs: 2400,
  endpointLatencyMs: null,
  usage: usage(100, 50, 1000, 200),
  cost: { kind: 'priced', usd: 0.25 },
  stopReason: 'end_turn',
  ...more,
})

const tool = (name: string, state: ToolCall['state'], consentWaitMs = 0): ToolCall => ({
  toolUseId: `${name}-${state.kind}` as ToolCall['toolUseId'],
  name,
  title: name,
  inputJson: '{}',
  state,
  consentWaitMs,
})

const done = (status: 'success' | 'error' | 'denied' | 'unanswered' | 'cancelled', durationMs: number) => ({
  kind: 'done' as const,
  outcome: { status, content: [] },
  durationMs,
})

const run = (more: Partial<RunState>): RunState =>
  runState.parse({
    runId: 'r',
    conversationId: 'c',
    agentId: 'a',
    modelId: 'bedrock:m',
    startedAt: 1000,
    endedAt: 9000,
    stop: { kind: 'completed' },
    messages: [],
    openMessageId: null,
    tools: {},
    calls: [],
    pendingCall: null,
    retry: null,
    ...more,
  })

describe('runMetrics', () => {
  it('adds up exactly what the calls reported', () => {
    const metrics = runMetrics(
      run({
        calls: [call(), call({ usage: usage(10, 150), timeToFirstTokenMs: 900, durationMs: 2900 })],
        tools: {
          one: tool('query_data', done('success', 120), 3000),
          two: tool('query_data', done('error', 80)),
          three: tool('shell', done('denied', 0), 5000),
          four: tool('shell', { kind: 'running', startedAt: 1 }),
        },
      }),
    )
    expect(metrics).toEqual({
      calls: 2,
      callsWithoutUsage: 0,
      usage: usage(110, 200, 1000, 200),
      cost: { kind: 'priced', usd: 0.5 },
      knownUsd: 0.5,
      timeToFirstTokenMs: 400,
      tokensPerSecond: 50,
      tools: [
        {
          name: 'query_data',
          calls: 2,
          totalMs: 200,
          consentWaitMs: 3000,
          failures: 1,
          refusals: 0,
          cancelled: 0,
          unfinished: 0,
        },
        {
          name: 'shell',
          calls: 2,
          totalMs: 0,
          consentWaitMs: 5000,
          failures: 0,
          refusals: 1,
          cancelled: 0,
          unfinished: 1,
        },
      ],
    })
  })

  it('has no cost, rate or first token before the first call', () => {
    expect(runMetrics(run({}))).toMatchObject({ cost: null, timeToFirstTokenMs: null, tokensPerSecond: null })
  })

  it('keeps a cost unknown once a part of it is, and says how much is known', () => {
    const metrics = runMetrics(run({ calls: [call(), call({ usage: null, cost: { kind: 'unpriced' } })] }))
    expect(metrics).toMatchObject({ cost: { kind: 'unpriced' }, knownUsd: 0.25, callsWithoutUsage: 1 })
  })

  it('is free when every call is', () => {
    expect(runMetrics(run({ calls: [call({ cost: { kind: 'free' } })] })).cost).toEqual({ kind: 'free' })
  })

  it('takes no rate from a reply that came in one piece', () => {
    const metrics = runMetrics(run({ calls: [call({ timeToFirstTokenMs: 300, durationMs: 300 })] }))
    expect(metrics.tokensPerSecond).toBeNull()
  })
})

describe('conversationMetrics', () => {
  it('equals the sum over all calls, however they are spread over runs', () => {
    const tokens = fc.integer({ min: 0, max: 1e6 })
    const anyUsage = fc.tuple(tokens, tokens, tokens, tokens).map((parts) => usage(...parts))
    fc.assert(
      fc.property(fc.array(fc.array(anyUsage, { maxLength: 5 }), { maxLength: 6 }), (spread) => {
        const runs = spread.map((usages) => run({ calls: usages.map((one) => call({ usage: one })) }))
        const together = run({ calls: runs.flatMap((one) => one.calls) })
        const { timeToFirstTokenMs: _, ...rest } = runMetrics(together)
        expect(conversationMetrics(runs)).toMatchObject(rest)
      }),
    )
  })

  it('takes the median time to first token', () => {
    const runs = [500, 300, 9000, 400].map((ms) => run({ calls: [call({ timeToFirstTokenMs: ms })] }))
    expect(conversationMetrics(runs).timeToFirstTokenMs).toBe(450)
    expect(conversationMetrics(runs.slice(0, 3)).timeToFirstTokenMs).toBe(500)
  })
})

describe('liveCall', () => {
  const live = { stop: null, endedAt: null, pendingCall: { modelId: call().modelId, startedAt: 1000 } }
  const open = (text: string): Partial<RunState> => ({
    ...live,
    openMessageId: 'm' as NonNullable<RunState['openMessageId']>,
    messages: [
      {
        id: 'm' as NonNullable<RunState['openMessageId']>,
        role: 'assistant',
        content: [{ type: 'text', text }],
        createdAt: 2000,
      },
    ],
  })

  it('waits for the first token, then estimates what has come', () => {
    expect(liveCall(run(live), 1700, 1000)).toEqual({ kind: 'waiting', elapsedMs: 700 })
    expect(liveCall(run(open('')), 1700, 1000)).toEqual({ kind: 'waiting', elapsedMs: 700 })
    expect(liveCall(run(open('x'.repeat(400))), 4000, 3800)).toEqual({
      kind: 'streaming',
      elapsedMs: 3000,
      firstTokenMs: 1000,
      silentMs: 200,
      aboutTokens: 100,
      aboutTokensPerSecond: 50,
    })
  })

  it('knows no first token of a call that takes an answer up again', () => {
    const resumed = { ...open('x'), pendingCall: { modelId: call().modelId, startedAt: 3000 } }
    expect(liveCall(run(resumed), 4000, 3500)).toMatchObject({ firstTokenMs: null, silentMs: 500 })
  })

  it('counts down to a retry and says nothing once the run is over or tools work', () => {
    const error = { code: 'MODEL_THROTTLED' as const, message: 'Busy.', retryable: true }
    const retry = { attempt: 2, delayMs: 5000, error, at: 1000 }
    expect(liveCall(run({ ...live, retry }), 2000, 2000)).toEqual({ kind: 'retrying', attempt: 2, inMs: 4000 })
    expect(liveCall(run({}), 2000, 2000)).toBeNull()
    expect(liveCall(run({ stop: null, pendingCall: null }), 2000, 2000)).toBeNull()
  })
})
