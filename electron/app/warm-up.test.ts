import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { settings as settingsSchema, type Settings } from '../../shared/settings.ts'
import { costOf } from '../../shared/usage.ts'
import type { ModelEvent } from '../agent/ports.ts'
import type { SecretStore } from '../host.ts'
import { createPromptCache } from '../models/caching/prompt-cache.ts'
import { createModelSources, type ModelSources } from './model-sources.ts'
import type { PromptPrefix } from './prime-cache.ts'
import { createWarmUp, type WarmUp } from './warm-up.ts'

let emulator: Emulator
let models: ModelSources
let warmUp: WarmUp
let settings: Settings
let prefix: PromptPrefix
let nowMs: number
let primed: (readonly [ModelCall, AgentId])[]
let failures: unknown[]
let wishes: InferenceSettings

beforeAll(async () => {
  emulator = await startEmulator()
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = emulator.address
})
beforeEach(() => {
  settings = settingsWith({ isEnabled: true, primesCache: false })
  prefix = { system: { stable: longPrompt, varying: 'Today is 2026-11-23.' }, tools: [tool], inference: {} }
  nowMs = 0
  primed = []
  failures = []
  wishes = {}
  const promptCache = createPromptCache({ elapsedMs: () => nowMs })
  models = createModelSources({ settings: () => settings, secrets, promptCache })
  warmUp = createWarmUp({
    models,
    settings: () => settings,
    prefixOf: () => prefix,
    wishesOf: (id) => Promise.resolve(id === conversationId ? wishes : {}),
    clock: { now: () => nowMs, sleep: () => Promise.resolve() },
    onPrimed: (call, agentId) => primed.push([call, agentId]),
    logFailure: (error) => failures.push(error),
  })
})
afterEach(async () => {
  await warmUp.close()
  models.close()
  emulator.reset()
  expect(failures).toEqual([])
})
afterAll(() => emulator.close())

const agentId = 'analyst' as AgentId
const conversationId = 'conv_one' as ConversationId
const sonnet = 'bedrock:us.anthropic.claude-sonnet-5-5' as ModelId

describe('warming up', () => {
  test('opens a connection, asks nothing, and says what priming would cost', async () => {
    const report = await warmUp.warmUp({ agentId, modelId: sonnet })
    const { tokens, usd } = offered(report.priming)
    expect(report.readyMs).toBe(0)
    expect([emulator.connectionCount, emulator.requests.length]).toEqual([1, 0])
    // Sonnet 5.5 in the US: 2.75 $ a million tokens written for five minutes, and one token of answer.
    expect(usd).toBeCloseTo((tokens * 2.75 + 11) / 1e6, 12)
  })

  test('costs nothing more when all is warm', async () => {
    await warmUp.warmUp({ agentId, modelId: sonnet })
    await warmUp.warmUp({ agentId, modelId: sonnet })
    expect([emulator.connectionCount, emulator.requests.length]).toEqual([1, 0])
  })

  test('does nothing for a model that needs nothing, or when it is switched off', async () => {
    const nothing = { readyMs: null, priming: null }
    expect(await warmUp.warmUp({ agentId, modelId: 'offline:analyst' as ModelId })).toEqual(nothing)
    settings = settingsWith({ isEnabled: false, primesCache: true })
    expect(await warmUp.warmUp({ agentId, modelId: sonnet })).toEqual(nothing)
    expect([emulator.connectionCount, emulator.requests.length]).toEqual([0, 0])
  })

  test('never throws: the first message says what is wrong', async () => {
    storedKeys = undefined
    expect(await warmUp.warmUp({ agentId, modelId: sonnet })).toEqual({ readyMs: null, priming: null })
    expect(failures.splice(0)).toMatchObject([{ code: 'CREDENTIALS_MISSING' }])
    storedKeys = keys
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).readyMs).toBe(0)
  })

  test('stops when the app closes, which is no failure', async () => {
    emulator.configure({ connectionDelayMs: 60_000 })
    const report = warmUp.warmUp({ agentId, modelId: sonnet })
    await until(() => emulator.connectionCount === 1)
    await warmUp.close()
    expect(await report).toEqual({ readyMs: null, priming: null })
  })

  test('for an automatic choice leaves the prompt cache alone: the model is not chosen yet', async () => {
    settings = settingsWith({ isEnabled: true, primesCache: true })
    const report = await warmUp.warmUp({ agentId, modelId: 'auto:balanced' as ModelId })
    expect(report).toEqual({ readyMs: 0, priming: null })
    expect([emulator.connectionCount, emulator.requests.length]).toEqual([1, 0])
  })
})

describe('priming the prompt cache, once the person pays for it', () => {
  beforeEach(() => {
    settings = settingsWith({ isEnabled: true, primesCache: true })
  })

  test('writes tools and prompt, books what it cost, and the first question reads it', async () => {
    const { priming } = await warmUp.warmUp({ agentId, modelId: sonnet })
    const [[call, payer] = []] = primed
    expect(payer).toBe(agentId)
    expect(call).toMatchObject({ modelId: sonnet, stopReason: 'max-tokens', usage: { outputTokens: 1 } })
    const written = call?.usage?.cacheWriteTokens ?? 0
    expect(written).toBeGreaterThan(512)
    const { info } = await models.open(sonnet)
    const cost = call?.usage == null ? undefined : costOf(call.usage, info.price)
    expect(priming).toEqual({ kind: 'done', tokens: written, usd: cost?.kind === 'priced' ? cost.usd : undefined })
    expect(call?.cost).toEqual(cost)

    const [usage] = (await askFirstQuestion()).flatMap((event) => (event.type === 'usage' ? [event.usage] : []))
    expect(usage?.cacheReadTokens).toBeGreaterThan(512)
  })

  test('is not done again while the entry lives, and then is', async () => {
    const first = await warmUp.warmUp({ agentId, modelId: sonnet })
    nowMs += 299_999
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).priming).toEqual(first.priming)
    expect(primed).toHaveLength(1)
    nowMs += 1
    await warmUp.warmUp({ agentId, modelId: sonnet })
    expect(primed).toHaveLength(2)
  })

  test('is done again when the prompt is another', async () => {
    await warmUp.warmUp({ agentId, modelId: sonnet })
    prefix = { ...prefix, system: { ...prefix.system, stable: `${longPrompt}!` } }
    await warmUp.warmUp({ agentId, modelId: sonnet })
    expect(primed).toHaveLength(2)
  })

  test('is done once for all who ask meanwhile', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => warmUp.warmUp({ agentId, modelId: sonnet })))
    expect(primed).toHaveLength(1)
    expect(new Set(reports).size).toBe(1)
  })

  test.each([
    ['a prompt the service would not keep', () => ({ system: { stable: 'Be brief.', varying: '' }, tools: [] })],
    ['an agent that wants no caching', () => ({ inference: { caching: 'off' as const } })],
    ['an empty prompt', () => ({ system: { stable: ' ', varying: longPrompt }, tools: [] })],
  ])('is left out for %s', async (_, parts) => {
    prefix = { ...prefix, ...parts() }
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).priming).toBeNull()
    expect(emulator.requests).toEqual([])
  })

  test('is left out where the estimate is too near the smallest prefix to be trusted with a point', async () => {
    const { info, model } = await models.open(sonnet)
    const withWords = (count: number) => ({
      ...prefix,
      system: { stable: 'word '.repeat(count), varying: '' },
      tools: [],
    })
    const tokensOf = (count: number) =>
      model.estimatePromptTokens?.({ ...withWords(count), model: info, messages: [] }) ?? 0
    let words = 1
    while (tokensOf(words) < 520) words += 1
    prefix = withWords(words)
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).priming).toBeNull()
    expect(emulator.requests).toEqual([])
    prefix = withWords(2 * words)
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).priming).toMatchObject({ kind: 'done' })
  })

  test('is done where the conversation’s own settings say, over the agent’s', async () => {
    prefix = { ...prefix, inference: { region: 'us-west-2', caching: '5m' } }
    wishes = { region: 'eu-west-1', caching: '1h' }
    await warmUp.warmUp({ agentId, modelId: sonnet, conversationId })
    await warmUp.warmUp({ agentId, modelId: sonnet })
    expect(
      emulator.requests.map(({ headers }) => /\/([a-z0-9-]+)\/bedrock/.exec(headers['authorization'] ?? '')?.[1]),
    ).toEqual(['eu-west-1', 'us-west-2'])
    expect(primed.map(([{ usage }]) => (usage?.cacheWriteHourTokens ?? 0) > 512)).toEqual([true, false])
    wishes = { caching: 'off' }
    expect((await warmUp.warmUp({ agentId, modelId: sonnet, conversationId })).priming).toBeNull()
  })

  test('is paid for once when conversations that wish the same ask meanwhile', async () => {
    const other = 'conv_two' as ConversationId
    const ids = [undefined, conversationId, other]
    await Promise.all(ids.map((id) => warmUp.warmUp({ agentId, modelId: sonnet, conversationId: id })))
    expect(primed).toHaveLength(1)
  })

  test('is left out for a model without a prompt cache', async () => {
    const llama = 'bedrock:us.meta.llama3-3-70b-instruct-v1:0' as ModelId
    expect((await warmUp.warmUp({ agentId, modelId: llama })).priming).toBeNull()
    expect(emulator.requests).toEqual([])
  })

  test('that fails leaves the rest warm, and is tried again the next time', async () => {
    emulator.fault({ kind: 'http-error', error: 'ThrottlingException' })
    expect(await warmUp.warmUp({ agentId, modelId: sonnet })).toEqual({ readyMs: 0, priming: null })
    expect(failures.splice(0)).toMatchObject([{ code: 'MODEL_THROTTLED' }])
    expect(primed).toMatchObject([
      [{ failure: 'MODEL_THROTTLED', purpose: 'priming', cost: { kind: 'free' } }, agentId],
    ])
    expect((await warmUp.warmUp({ agentId, modelId: sonnet })).priming).toMatchObject({ kind: 'done' })
  })

  test('that breaks off is booked, at a cost nobody knows', async () => {
    emulator.fault({ kind: 'no-message-stop', afterDeltas: 1 })
    await warmUp.warmUp({ agentId, modelId: sonnet })
    expect(failures.splice(0)).toMatchObject([{ code: 'MODEL_STREAM_BROKEN' }])
    expect(primed).toMatchObject([
      [{ failure: 'MODEL_STREAM_BROKEN', usage: null, cost: { kind: 'unpriced' } }, agentId],
    ])
  })

  test('that is stopped is booked before the app has closed', async () => {
    emulator.fault({ kind: 'stall' })
    const report = warmUp.warmUp({ agentId, modelId: sonnet })
    await until(() => emulator.requests.length === 1)
    await warmUp.close()
    expect(primed).toMatchObject([[{ failure: 'CANCELLED', cost: { kind: 'unpriced' } }, agentId]])
    expect((await report).priming).toBeNull()
  })
})

const { signal } = new AbortController()
const longPrompt = 'You are an analyst who reads tables with care and says where each figure comes from. '
  .repeat(60)
  .trim()
const tool = {
  name: 'query_data',
  description: 'Runs a query.',
  inputSchema: { type: 'object', properties: { sql: { type: 'string' } }, required: ['sql'] },
} as const

const keys = JSON.stringify({ accessKeyId: 'AKIDEXAMPLE00001', secretAccessKey: 'secret' })
let storedKeys: string | undefined = keys
const secrets: SecretStore = {
  keptIn: 'memory',
  get: () => Promise.resolve(storedKeys),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
}

function settingsWith(wanted: Settings['warmUp']): Settings {
  return settingsSchema.parse({
    theme: 'system',
    consentMode: 'ask',
    agentId,
    modelId: sonnet,
    workspace: null,
    recentWorkspaces: [],
    bedrock: { isEnabled: true, region: 'us-east-1', auth: { kind: 'keys' } },
    localServers: [],
    warmUp: wanted,
  })
}

function offered(priming: Awaited<ReturnType<WarmUp['warmUp']>>['priming']): { tokens: number; usd: number } {
  if (priming?.kind !== 'offered' || priming.usd === null) throw new Error('Nothing was offered.')
  return { tokens: priming.tokens, usd: priming.usd }
}

async function askFirstQuestion(): Promise<ModelEvent[]> {
  const { info, model } = await models.open(sonnet)
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'How many units were sold?' }] }] as const
  const events: ModelEvent[] = []
  for await (const event of model.stream({ ...prefix, model: info, messages }, signal)) events.push(event)
  return events
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
