import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { startEmulator } from './emulator.ts'
import type { Emulator } from './emulator.ts'
import { sdkClient, streamAll } from './sdk-client.fixture.ts'

const opus = 'us.anthropic.claude-opus-5-5'
const nova = 'us.amazon.nova-pro-v1:0'

let emulator: Emulator
let client: BedrockRuntimeClient

beforeAll(async () => {
  emulator = await startEmulator()
  client = sdkClient(emulator.address, 'http/1.1', { maxAttempts: 1 })
})

beforeEach(() => {
  emulator.reset()
  emulator.stopClock()
})

afterAll(async () => {
  client.destroy()
  await emulator.close()
})

/** 100 tokens in, which with this limit reserves 100 + `maxTokens`. */
function question(maxTokens: number | undefined, modelId: string): ConverseCommandInput {
  const inferenceConfig = maxTokens === undefined ? {} : { maxTokens }
  return { modelId, messages: [{ role: 'user', content: [{ text: `one${' one'.repeat(89)}` }] }], inferenceConfig }
}

/** Settled at what the script says it cost; `throttled` with the seconds to wait. */
async function ask(maxTokens?: number, { modelId = opus, usage = {} }: Partial<Asked> = {}): Promise<string> {
  emulator.script([{ text: 'ok' }, { usage: { inputTokens: 100, outputTokens: 10, ...usage } }])
  try {
    await client.send(new ConverseCommand(question(maxTokens, modelId)))
    return 'answered'
  } catch (error) {
    const { name, message, $response } = error as Error & { $response: { headers: Record<string, string> } }
    expect([name, message]).toEqual(['ThrottlingException', 'Too many tokens, please wait before trying again.'])
    return `throttled ${$response.headers['retry-after']}`
  }
}

interface Asked {
  readonly modelId: string
  readonly usage: object
}

test('a request reserves its prompt and all the output it may write', async () => {
  emulator.configure({ tokensPerMinute: { [opus]: 1_000 } })
  expect([await ask(902), await ask(899)]).toEqual(['throttled 60', 'answered'])
})

test('without maxTokens the most the model can write is reserved', async () => {
  emulator.configure({ tokensPerMinute: { '*': 128_000 } })
  expect([await ask(), await ask(undefined, { modelId: nova })]).toEqual(['throttled 60', 'answered'])
})

test.each([
  ['output five times for a new Claude', opus, {}, 150],
  ['output once for others', nova, {}, 110],
  ['what was written to the cache', opus, { cacheWriteInputTokens: 40 }, 190],
  ['nothing for what was read from it', opus, { cacheReadInputTokens: 5_000 }, 150],
])('what it took is settled with %s', async (_, modelId, usage, settled) => {
  emulator.configure({ tokensPerMinute: { '*': 1_000 } })
  await ask(800, { modelId, usage })
  expect(await ask(1_000 - settled - 100 + 1, { modelId })).toBe('throttled 60')
  expect(await ask(1_000 - settled - 100, { modelId })).toBe('answered')
})

test('the minute rolls, and says when there will be room', async () => {
  emulator.configure({ tokensPerMinute: { '*': 1_000 } })
  await ask(800, { usage: { outputTokens: 100 } })
  emulator.advanceClock(40_000)
  expect(await ask(800)).toBe('throttled 20')
  emulator.advanceClock(19_999)
  expect(await ask(800)).toBe('throttled 1')
  emulator.advanceClock(1)
  expect(await ask(800)).toBe('answered')
})

test('each model has its own quota, and all profiles of one share a quota by its base id', async () => {
  emulator.configure({ tokensPerMinute: { 'anthropic.claude-opus-5-5': 1_000, '*': 1_000 } })
  await ask(800, { usage: { outputTokens: 150 } })
  expect(await ask(800, { modelId: 'global.anthropic.claude-opus-5-5' })).toBe('throttled 60')
  expect(await ask(800, { modelId: nova })).toBe('answered')
})

test('a stream that is under way holds its reservation, and one that broke has settled', async () => {
  emulator.configure({ tokensPerMinute: { '*': 1_000 } })
  emulator.script([{ text: 'ok' }, { usage: { inputTokens: 100, outputTokens: 0 } }])
  emulator.fault({ kind: 'stall', operation: 'ConverseStream' })
  const stalled = sdkClient(emulator.address, 'http/1.1')
  const streaming = streamAll(stalled, question(800, opus))
  await expect.poll(() => emulator.requests.length).toBe(1)
  expect(await ask(800)).toBe('throttled 60')
  stalled.destroy()
  await streaming.catch(() => undefined)
  await expect.poll(() => emulator.requests[0]?.outcome).toBe('broken-off')
  expect(await ask(800)).toBe('answered')
})

test('a throttled request leaves what is scripted for the next attempt', async () => {
  emulator.configure({ tokensPerMinute: { '*': 100 } })
  await ask(50)
  emulator.configure({ tokensPerMinute: {} })
  emulator.setDefaultReply([{ text: 'default' }])
  const { output } = await client.send(new ConverseCommand(question(50, opus)))
  expect(output?.message?.content).toEqual([{ text: 'ok' }])
})
