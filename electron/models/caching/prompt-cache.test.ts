import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../../e2e/bedrock-emulator/emulator.ts'
import type { ModelMessage, ModelRequest } from '../../agent/ports.ts'
import type { ConversationId, MessageId } from '../../../shared/ids.ts'
import { promptTokens } from '../../../shared/usage.ts'
import { toConverse } from '../bedrock/to-converse.ts'
import { findModel } from '../catalog.ts'
import { createPlayer, isNamedRightly, type PlayedCall } from './play-conversation.fixture.ts'
import { randomConversation } from './random-conversation.fixture.ts'

let emulator: Emulator
let client: BedrockRuntimeClient

const patient = { timeout: 120_000 }

beforeAll(async () => {
  emulator = await startEmulator({ defaultReply: [{ text: 'Noted.' }] })
  client = new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: emulator.address,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: new NodeHttpHandler(),
  })
})
beforeEach(() => {
  emulator.reset()
  emulator.stopClock()
})
afterAll(async () => {
  client.destroy()
  await emulator.close()
})

function newPlayer() {
  return createPlayer(client, {
    advanceClock: async (ms) => emulator.advanceClock(ms),
    clearCache: async () => emulator.clearCache(),
    setReportsCache: async (reportsCache) => emulator.configure({ reportsCache }),
  })
}

async function playAll(seeds: readonly number[], hasSurprises: boolean): Promise<PlayedCall[]> {
  const player = newPlayer()
  const calls: PlayedCall[] = []
  for (const seed of seeds)
    for (const step of randomConversation(seed, { hasSurprises })) {
      const played = await player.play(step)
      if (played !== undefined) calls.push(played)
    }
  return calls
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)

describe('the prompt cache against a service that counts', () => {
  test(
    'is read and written exactly where it was predicted, through edits, changes, pauses and restarts',
    patient,
    async () => {
      const calls = await playAll(seeds(1, 40), false)
      expect(calls.length).toBeGreaterThan(300)
      expect(calls.filter(({ report }) => !report.wasPredicted)).toEqual([])
      // Not vacuous: most of what was sent before was read, and nearly every reason occurred.
      expect(calls.filter(({ usage }) => usage.cacheReadTokens > 0).length).toBeGreaterThan(150)
      expect(new Set(calls.map(({ report }) => report.miss)).size).toBeGreaterThan(10)
    },
  )

  test('says rightly why less was read than was sent before, and nothing when all of it was', patient, async () => {
    const calls = await playAll(seeds(1, 120), false)
    const wrong = calls.filter((call) => !isNamedRightly(call))
    expect(wrong.map(({ report, expectedMisses }) => `${report.miss}, not ${expectedMisses.join(' or ')}`)).toEqual([])
    // Not vacuous: nothing is accepted for want of a reason, and hardly ever more than three of them.
    expect(calls.filter(({ expectedMisses }) => expectedMisses.length === 0)).toEqual([])
    expect(calls.filter(({ expectedMisses }) => expectedMisses.length > 3).length).toBeLessThan(calls.length / 50)
  })

  test(
    'names what no client can foresee: an entry that is gone, and an answer without its counters',
    patient,
    async () => {
      const calls = await playAll(seeds(200, 30), true)
      const unforeseen = calls.filter(({ report }) => !report.wasPredicted)
      expect(new Set(unforeseen.map(({ report }) => report.miss))).toEqual(new Set(['evicted', 'not-reported']))
      expect(unforeseen.filter((call) => !isNamedRightly(call))).toEqual([])
    },
  )

  test('predicts what is read to the token once the service has counted it', async () => {
    const player = newPlayer()
    const conversation = growingConversation('exact')
    await player.play({ kind: 'call', changes: [], request: conversation(1) })
    const second = await player.play({ kind: 'call', changes: [], request: conversation(2) })
    expect(second?.usage.cacheReadTokens).toBeGreaterThan(0)
    expect(second?.report.predicted.readTokens).toBe(second?.usage.cacheReadTokens)
  })

  test('says what fills the prompt, in parts that add up to the service’s count', async () => {
    const player = newPlayer()
    const played = await player.play({ kind: 'call', changes: [], request: growingConversation('parts')(2) })
    const { system, tools, attachments, results, conversation } = played!.context
    expect(system + tools + attachments + results + conversation).toBe(promptTokens(played!.usage))
    expect(system).toBeGreaterThan(500)
    expect(conversation).toBeGreaterThan(500)
    expect([tools, attachments, results]).toEqual([0, 0, 0])
  })

  test('sends no point to a model that has no cache, and says so', async () => {
    const player = newPlayer()
    const played = await player.play({
      kind: 'call',
      changes: [],
      request: growingConversation('llama', 'us.meta.llama3-3-70b-instruct-v1:0')(1),
    })
    expect(played?.request.cachePoints).toBeUndefined()
    expect(played?.report).toMatchObject({ points: [], miss: 'not-supported', wasPredicted: true, savedUsd: 0 })
  })

  test('counts money lost as well as saved', async () => {
    const player = newPlayer()
    const conversation = growingConversation('money')
    const first = await player.play({ kind: 'call', changes: [], request: conversation(1) })
    const second = await player.play({ kind: 'call', changes: [], request: conversation(2) })
    // Sonnet 5.5: $2 a million input, 2.50 to write, 0.10 to read.
    expect(first?.report.savedUsd).toBeCloseTo((-0.5 * first!.usage.cacheWriteTokens) / 1e6, 9)
    const { cacheReadTokens, cacheWriteTokens } = second!.usage
    expect(second?.report.savedUsd).toBeCloseTo((1.9 * cacheReadTokens - 0.5 * cacheWriteTokens) / 1e6, 9)
  })
})

describe('the serialised prefix', () => {
  test('is the same, byte by byte, from call to call until something changes it', () => {
    for (const seed of seeds(300, 60)) {
      let before: ModelRequest | undefined
      for (const step of randomConversation(seed, { hasSurprises: false })) {
        if (step.kind !== 'call') continue
        const shared = before === undefined ? 0 : commonLength(before.messages, step.request.messages)
        if (before !== undefined && before.model === step.request.model)
          expect(wireOf(step.request, shared)).toBe(wireOf(before, shared))
        before = step.request
      }
    }
  })
})

/** A prompt large enough to be cached, with so many questions, each answered. */
function growingConversation(id: string, endpointModelId = 'global.anthropic.claude-sonnet-5-5') {
  const say = (role: ModelMessage['role'], at: number): ModelMessage => ({
    id: `msg_${at}` as MessageId,
    role,
    content: [{ type: 'text', text: `${role} ${at}: ${'What did the north sell in October? '.repeat(90)}` }],
  })
  const messages = Array.from({ length: 9 }, (_, at) => say(at % 2 === 0 ? 'user' : 'assistant', at))
  return (questions: number): ModelRequest => ({
    model: findModel(endpointModelId, 'us-east-1')!,
    system: { stable: 'You are a careful analyst. '.repeat(120), varying: 'Today is 2026-10-12.' },
    tools: [],
    messages: messages.slice(0, questions * 2 - 1),
    inference: { maxTokens: 32 },
    conversationId: `conv_${id}` as ConversationId,
  })
}

function commonLength(a: readonly ModelMessage[], b: readonly ModelMessage[]): number {
  const at = a.findIndex((message, index) => message !== b[index])
  return at === -1 ? a.length : at
}

function wireOf(request: ModelRequest, count: number): string {
  return JSON.stringify(toConverse({ ...request, messages: request.messages.slice(0, count) }).messages?.slice(0, -1))
}
