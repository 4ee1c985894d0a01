import { expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { CacheReport, ContextBreakdown } from '../../shared/prompt-cache.ts'
import { callModel } from './call-model.ts'
import { recordEvents, testSystem, testTurn } from './fakes.ts'
import type { Model, ModelEvent } from './ports.ts'

/** A model whose events come at these times, in milliseconds after the request. */
function timed(events: readonly (readonly [at: number, event: ModelEvent])[]) {
  let now = 10_000
  const model: Model = {
    async *stream() {
      for (const [at, event] of events) {
        now = 10_000 + at
        yield event
      }
    },
  }
  return { model, clock: { now: () => now, sleep: async () => {} } }
}

async function call({ model, clock }: ReturnType<typeof timed>) {
  const { events, emit } = recordEvents()
  const request = { system: testSystem, messages: [], tools: [] }
  const turn = testTurn(model)
  const asked = callModel(
    { turn, request, signal: new AbortController().signal },
    { clock, emit },
    { onPiece: () => {} },
  )
  const error: unknown = await asked.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  return { error, record: events.flatMap((event) => (event.type === 'model-call-completed' ? [event.call] : [])) }
}

const text = { type: 'text-delta', index: 0, text: 'a' } as const

it('records how long, how much, what for and what the cache did', async () => {
  const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 }
  const cache = { miss: 'first-call' } as unknown as CacheReport
  const context: ContextBreakdown = { system: 1, tools: 2, attachments: 3, results: 4, conversation: 5 }
  const { record } = await call(
    timed([
      [400, text],
      [1_400, text],
      [2_500, text],
      [6_000, text],
      [6_100, { type: 'message-stopped', reason: 'end-turn' }],
      [6_200, { type: 'usage', usage, latencyMs: 300, cache, context }],
    ]),
  )
  expect(record).toEqual([
    {
      modelId: 'test:model',
      startedAt: 10_000,
      timeToFirstTokenMs: 400,
      durationMs: 6_200,
      endpointLatencyMs: 300,
      usage,
      cost: { kind: 'priced', usd: 20 / 1e6 },
      stopReason: 'end-turn',
      cache,
      context,
      gaps: { count: 2, longestMs: 3_500 },
    },
  ])
})

it('records a call that never answered, once', async () => {
  const { error, record } = await call(timed([]))
  expect(error).toMatchObject({ code: 'MODEL_STREAM_BROKEN', retryable: true })
  expect(record).toMatchObject([
    { timeToFirstTokenMs: null, usage: null, cost: { kind: 'unpriced' }, stopReason: null },
  ])
  expect(record[0]).not.toHaveProperty('gaps')
})

it.each([
  ['turned away before it began, which costs nothing', [], 'MODEL_THROTTLED', false, 'free'],
  ['never sent, which costs nothing', [], 'MODEL_UNREACHABLE', true, 'free'],
  ['lost on the way, which may have been charged', [], 'MODEL_UNREACHABLE', false, 'unpriced'],
  ['broken after its first word, which was charged but not counted', [text], 'MODEL_UNAVAILABLE', false, 'unpriced'],
] as const)('records a call that was %s', async (_what, events, code, isUnsent, cost) => {
  const failure = new AppError(code, 'It failed.', { retryable: true, isUnsent })
  const model: Model = {
    async *stream() {
      yield* events
      throw failure
    },
  }
  const { error, record } = await call({ model, clock: { now: () => 10_000, sleep: async () => {} } })
  expect(error).toBe(failure)
  expect(record).toMatchObject([{ failure: code, cost: { kind: cost }, stopReason: null }])
  expect(record[0]?.usage === null).toBe(cost === 'unpriced')
})
