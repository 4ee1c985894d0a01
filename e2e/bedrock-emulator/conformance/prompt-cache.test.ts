import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, ConverseStreamCommandInput, TokenUsage } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { startEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { protocols, sdkClient, streamAll } from '../sdk-client.fixture.ts'

const sonnet = 'us.anthropic.claude-sonnet-5-5'
const minuteMs = 60_000

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

beforeEach(() => {
  emulator.stopClock()
  emulator.setDefaultReply([{ text: 'ok' }])
})

afterEach(() => emulator.reset())

afterAll(() => emulator.close())

/** `words` tokens and 7 around them. */
function question(words: number, { modelId = sonnet, ttl }: { modelId?: string; ttl?: '1h' } = {}) {
  const cachePoint = { type: 'default' as const, ...(ttl === undefined ? {} : { ttl }) }
  const text = `word${' word'.repeat(words - 1)}`
  return { modelId, messages: [{ role: 'user' as const, content: [{ text }, { cachePoint }] }] }
}

describe.each(protocols)('over %s', (protocol) => {
  let client: BedrockRuntimeClient
  beforeAll(() => {
    client = sdkClient(emulator.address, protocol, { maxAttempts: 1 })
  })
  afterAll(() => client.destroy())

  /** Read, written, neither. */
  const ask = async (input: ConverseStreamCommandInput): Promise<readonly unknown[]> =>
    counts((await client.send(new ConverseCommand(input))).usage)
  const stream = async (input: ConverseStreamCommandInput): Promise<readonly unknown[]> =>
    counts((await streamAll(client, input)).events.at(-1)?.metadata?.usage)

  test('the whole usage of a write and of a read', async () => {
    const { usage: written } = await client.send(new ConverseCommand(question(600, { ttl: '1h' })))
    expect(written).toEqual({
      inputTokens: 3,
      outputTokens: 1,
      totalTokens: 611,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 607,
      cacheDetails: [{ ttl: '1h', inputTokens: 607 }],
    })
    const { events } = await streamAll(client, question(600, { ttl: '1h' }))
    expect(events.at(-1)?.metadata?.usage).toEqual({
      inputTokens: 3,
      outputTokens: 1,
      totalTokens: 611,
      cacheReadInputTokens: 607,
      cacheWriteInputTokens: 0,
    })
  })

  test.each([
    ['512', sonnet, 505],
    ['512', 'us.anthropic.claude-opus-5', 505],
    ['512', 'global.anthropic.claude-fable-5-1', 505],
    ['1,024', 'us.anthropic.claude-opus-4-8', 1_017],
    ['1,024', 'us.anthropic.claude-sonnet-5', 1_017],
    ['1,024', 'us.anthropic.claude-sonnet-4-6', 1_017],
    ['1,024', 'amazon.nova-pro-v1:0', 1_017],
    ['4,096', 'us.anthropic.claude-opus-4-7', 4_089],
    ['4,096', 'us.anthropic.claude-opus-4-6-v1', 4_089],
    ['4,096', 'us.anthropic.claude-opus-4-5-20251101-v1:0', 4_089],
    ['4,096', 'us.anthropic.claude-haiku-4-5-20251001-v1:0', 4_089],
  ])('from %s tokens on %s caches', async (_, modelId, words) => {
    expect(await ask(question(words - 1, { modelId }))).toEqual([0, 0, words + 9])
    expect(await ask(question(words, { modelId }))).toEqual([0, words + 7, 3])
    expect(await ask(question(words, { modelId }))).toEqual([words + 7, 0, 3])
  })

  test.each([
    [undefined, 5 * minuteMs],
    ['1h', 60 * minuteMs],
  ] as const)('an entry of ttl %s lives %i ms after its last use', async (ttl, lifeMs) => {
    const input = question(600, ttl === undefined ? {} : { ttl })
    await ask(input)
    for (const [waitMs, isRead] of [
      [lifeMs - 1, true],
      [lifeMs - 1, true],
      [lifeMs, false],
    ] as const) {
      emulator.advanceClock(waitMs)
      expect(await ask(input)).toEqual(isRead ? [607, 0, 3] : [0, 607, 3])
    }
  })

  test('the service may make room at any time', async () => {
    await ask(question(600))
    emulator.clearCache()
    expect(await ask(question(600))).toEqual([0, 607, 3])
  })

  test('a service that does not report leaves the counters out', async () => {
    emulator.configure({ reportsCache: false })
    await ask(question(600))
    expect(await stream(question(600))).toEqual([undefined, undefined, 3])
  })

  test('a scripted usage replaces what it names', async () => {
    emulator.script([{ text: 'ok' }, { usage: { cacheWriteInputTokens: 5 } }])
    const { usage } = await client.send(new ConverseCommand(question(600)))
    expect(usage).toMatchObject({ inputTokens: 3, cacheReadInputTokens: 0, cacheWriteInputTokens: 5 })
    expect(usage?.cacheDetails).toBeUndefined()
  })

  test.each([
    ['an error', { kind: 'http-error', error: 'InternalServerException' }],
    ['an exception in its first frame', { kind: 'first-frame-exception', exception: 'throttlingException' }],
  ] as const)('a request that ends with %s has written nothing', async (_, fault) => {
    emulator.fault(fault)
    await expect(stream(question(600))).rejects.toThrow()
    expect(await stream(question(600))).toEqual([0, 607, 3])
  })

  test('a question the guardrail blocked has written nothing', async () => {
    emulator.setGuardrails([{ id: 'gr1', deniedWords: ['word'] }])
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: 'DRAFT' }
    expect(await stream({ ...question(600), guardrailConfig })).toEqual([0, 0, 0])
    expect(await stream(question(600))).toEqual([0, 607, 3])
  })

  test.each(['cut-connection', 'no-message-stop', 'no-metadata', 'bad-checksum'] as const)(
    'a stream that ends with %s after its start has written',
    async (kind) => {
      emulator.fault({ kind })
      expect(await stream(question(600))).toEqual([undefined, undefined, undefined])
      expect(await stream(question(600))).toEqual([607, 0, 3])
    },
  )

  test('a stream the client leaves before its metadata has written', async () => {
    emulator.configure({ perDeltaDelayMs: 600_000 })
    emulator.script([{ text: 'one two', chunkSize: 3 }])
    const abort = new AbortController()
    const { stream: events } = await client.send(new ConverseStreamCommand(question(600)), {
      abortSignal: abort.signal,
    })
    await events?.[Symbol.asyncIterator]().next()
    abort.abort()
    emulator.configure({ perDeltaDelayMs: 0 })
    expect(await ask(question(600))).toEqual([607, 0, 3])
  })

  test('of two calls at once neither reads what the other writes', async () => {
    emulator.configure({ regionLatencyMs: { 'us-east-1': 50 } })
    const answers = [stream(question(600)), stream(question(600))]
    await expect.poll(() => emulator.requests.length).toBe(2)
    expect(await Promise.all(answers)).toEqual([
      [0, 607, 3],
      [0, 607, 3],
    ])
    expect(await stream(question(600))).toEqual([607, 0, 3])
  })
})

function counts(usage: TokenUsage | undefined): readonly unknown[] {
  return [usage?.cacheReadInputTokens, usage?.cacheWriteInputTokens, usage?.inputTokens]
}
