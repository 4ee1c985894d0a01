import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { settings as settingsSchema, type Settings } from '../../shared/settings.ts'
import type { Model, ModelEvent } from '../agent/ports.ts'
import type { SecretStore } from '../host.ts'
import { startChatServer } from '../models/openai/chat-server.test-server.ts'
import { createPromptCache } from '../models/caching/prompt-cache.ts'
import { modelsOfTiers } from './automatic-models.ts'
import { createModelSources, type ModelSources } from './model-sources.ts'

let emulator: Emulator
let sources: ModelSources
let settings: Settings
let accessKeyId: string

beforeAll(async () => {
  emulator = await startEmulator()
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = emulator.address
  process.env['AWS_ENDPOINT_URL_BEDROCK'] = emulator.address
})
beforeEach(() => {
  accessKeyId = 'AKIDEXAMPLE00001'
  settings = settingsWith({})
  sources = createModelSources({
    settings: () => settings,
    secrets,
    promptCache: createPromptCache({ elapsedMs: () => performance.now() }),
  })
})
afterEach(() => {
  sources.close()
  emulator.reset()
})
afterAll(() => emulator.close())

const sonnet = 'bedrock:us.anthropic.claude-sonnet-5-5' as ModelId
const globalSonnet = 'bedrock:global.anthropic.claude-sonnet-5-5' as ModelId

describe('opening a model', () => {
  test('loads no code of AWS before it is one of Bedrock', async () => {
    const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).pathname)
    const program = `
      import { createRequire } from 'node:module'
      await import(${here('model-sources.ts')})
      await import(${here('credentials.ts')})
      await import(${here('warm-up.ts')})
      const loaded = () => Object.keys(createRequire(${here('model-sources.ts')}).cache).filter((file) => /@(aws-sdk|smithy)/.test(file))
      const before = loaded().length
      await import(${here('../models/bedrock/bedrock-model.ts')})
      console.log(JSON.stringify({ before, isSeenAfter: loaded().length > 0 }))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
    expect(JSON.parse(stdout)).toEqual({ before: 0, isSeenAfter: true })
  })

  test('gives the same description from call to call, until the settings change', async () => {
    const [{ info }, { info: again }] = await Promise.all([sources.open(sonnet), sources.open(sonnet)])
    expect(again).toBe(info)
    sources.reset()
    expect((await sources.open(sonnet)).info).toEqual(info)
    expect((await sources.open(sonnet)).info).not.toBe(info)
  })

  test('that runs anywhere keeps its name in another region, and is asked there', async () => {
    const { info, model } = await sources.open(globalSonnet, { region: 'eu-west-1' })
    expect(info.endpointModelId).toBe('global.anthropic.claude-sonnet-5-5')
    await ask(model, info)
    expect(emulator.requests.map(({ region, modelId }) => [region, modelId])).toEqual([
      ['eu-west-1', 'global.anthropic.claude-sonnet-5-5'],
    ])
  })

  test('of one geography goes through the profile of the region it is asked in, at its price', async () => {
    const { info } = await sources.open(sonnet, { region: 'eu-west-1' })
    expect(info).toMatchObject({ endpointModelId: 'eu.anthropic.claude-sonnet-5-5', price: { input: 2.2 } })
    const tokyo = await sources.open(sonnet, { region: 'ap-northeast-1' })
    expect(tokyo.info).toMatchObject({ endpointModelId: 'global.anthropic.claude-sonnet-5-5', price: { input: 2 } })
  })

  test('that a region does not have says so', async () => {
    const llama = 'bedrock:us.meta.llama3-3-70b-instruct-v1:0' as ModelId
    await expect(sources.open(llama, { region: 'eu-west-1' })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: 'Bedrock in eu-west-1 does not offer Llama 3.3 70B (US).',
    })
  })

  test('needs Bedrock to be switched on', async () => {
    settings = settingsWith({ isEnabled: false })
    await expect(sources.open(sonnet)).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: 'Amazon Bedrock is switched off.',
    })
  })
})

describe('the alternatives of a model', () => {
  test('are the same model in the other regions of the settings, in their order', async () => {
    settings = settingsWith({ failoverRegions: ['eu-west-1', 'us-east-1', 'us-west-2', 'ap-northeast-1'] })
    const { alternatives } = await sources.open(sonnet)
    expect(alternatives.map(({ label, modelInfo }) => [label, modelInfo.endpointModelId])).toEqual([
      ['Claude Sonnet 5.5 in eu-west-1', 'eu.anthropic.claude-sonnet-5-5'],
      ['Claude Sonnet 5.5 in us-west-2', 'us.anthropic.claude-sonnet-5-5'],
      ['Claude Sonnet 5.5 in ap-northeast-1', 'global.anthropic.claude-sonnet-5-5'],
    ])
    for (const { model, modelInfo } of alternatives) await ask(model, modelInfo)
    expect(emulator.requests.map(({ region }) => region)).toEqual(['eu-west-1', 'us-west-2', 'ap-northeast-1'])
  })

  test('are none where the settings name none, or the other region has none of the model', async () => {
    expect((await sources.open(sonnet)).alternatives).toEqual([])
    settings = settingsWith({ failoverRegions: ['eu-west-1'] })
    expect((await sources.open('bedrock:us.meta.llama3-3-70b-instruct-v1:0' as ModelId)).alternatives).toEqual([])
  })

  test('of a profile of one’s own are none: it belongs to its region', async () => {
    settings = settingsWith({ failoverRegions: ['eu-west-1'] })
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123'
    expect((await sources.open(`bedrock:${arn}` as ModelId)).alternatives).toEqual([])
  })
})

describe('the list', () => {
  test('begins with the automatic choices, which name what they do', async () => {
    const { models, sources: groups } = await sources.list({ refresh: false })
    expect(models.slice(0, 4).map(({ id, provider }) => [id, provider])).toEqual([
      ['auto:quality', 'auto'],
      ['auto:balanced', 'auto'],
      ['auto:cheapest', 'auto'],
      ['offline:analyst', 'offline'],
    ])
    expect(groups[0]).toEqual({ provider: 'auto', label: 'Automatic', origin: 'built-in' })
    for (const { description } of models.slice(0, 3)) expect(description).toMatch(/\.$/)
  })

  test('gives the first model of each tier the region has', async () => {
    const { small, medium, large } = modelsOfTiers(await sources.list({ refresh: false }))
    expect([small?.endpointModelId, medium?.endpointModelId, large?.endpointModelId]).toEqual([
      'us.anthropic.claude-haiku-5-5',
      'us.anthropic.claude-sonnet-5-5',
      'us.anthropic.claude-opus-5-5',
    ])
  })

  test('stays with the reach of the model that answered last', async () => {
    const list = await sources.list({ refresh: false })
    const like = 'bedrock:global.anthropic.claude-sonnet-5-5' as ModelId
    const ids = Object.values(modelsOfTiers(list, like)).map(({ endpointModelId }) => endpointModelId)
    expect(ids).toEqual([
      'global.anthropic.claude-haiku-5-5',
      'global.anthropic.claude-sonnet-5-5',
      'global.anthropic.claude-opus-5-5',
    ])
  })

  test('has no automatic choice without models to choose between', async () => {
    settings = settingsWith({ isEnabled: false })
    const { models } = await sources.list({ refresh: false })
    expect(models.map(({ id }) => id)).toEqual(['offline:analyst'])
  })

  test('has automatic choices that are no models: they cannot be opened, but tested', async () => {
    const balanced = 'auto:balanced' as ModelId
    await expect(sources.open(balanced)).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: 'There is nothing to choose from for auto:balanced.',
    })
    expect((await sources.test(balanced)).identity).toContain('key …0001')
    expect(emulator.requests.at(-1)?.modelId).toBe('us.anthropic.claude-sonnet-5-5')
  })
})

describe('what is kept', () => {
  test('is one connection a region, opened ahead without a request', async () => {
    expect(await sources.warmUp(sonnet, { signal })).toBe(true)
    await sources.warmUp('auto:balanced' as ModelId, { signal })
    expect([emulator.connectionCount, emulator.requests.length]).toEqual([1, 0])
    const { info, model } = await sources.open(sonnet)
    await Promise.all([ask(model, info), ask(model, info)])
    expect(emulator.connectionCount).toBe(1)
  })

  test('is nothing for models that need none', async () => {
    expect(await sources.warmUp('offline:analyst' as ModelId, { signal })).toBe(false)
    settings = settingsWith({ isEnabled: false })
    expect(await sources.warmUp(sonnet, { signal })).toBe(false)
    expect(emulator.connectionCount).toBe(0)
  })

  test('is the connection, but no credentials, when settings or credentials change', async () => {
    await askOnce()
    accessKeyId = 'AKIDCHANGED00002'
    await askOnce()
    sources.reset()
    await askOnce()
    expect(emulator.connectionCount).toBe(1)
    expect(emulator.requests.map(({ headers }) => /AKID[A-Z]+/.exec(headers['authorization'] ?? '')?.[0])).toEqual([
      'AKIDEXAMPLE',
      'AKIDEXAMPLE',
      'AKIDCHANGED',
    ])
  })

  test('is no connection to a region the settings have left, once its answers have ended', async () => {
    emulator.script([{ text: 'abcdef', chunkSize: 1 }])
    const { info, model } = await sources.open(sonnet)
    let text = ''
    for await (const event of model.stream(requestTo(info), signal)) {
      if (event.type !== 'text-delta') continue
      if (text === '') {
        settings = settingsWith({ region: 'eu-west-1' })
        sources.reset()
      }
      text += event.text
    }
    expect(text).toBe('abcdef')
    settings = settingsWith({})
    sources.reset()
    await askOnce()
    expect(emulator.connectionCount).toBe(2)
  })
})

describe('a model of a local server', () => {
  test('tells what fills its context, and how long a prompt is before it is asked', async () => {
    const chat = await startChatServer()
    try {
      chat.setModels(JSON.stringify({ data: [{ id: 'qwen3:8b', max_model_len: 8192 }] }))
      const usage = { prompt_tokens: 70, completion_tokens: 2 }
      chat.answer([
        { chunk: { choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] } },
        { chunk: { choices: [], usage } },
        { raw: 'data: [DONE]\n\n' },
      ])
      settings = { ...settingsWith({}), localServers: [{ label: 'Own', baseUrl: chat.baseUrl }] }
      const id = `openai:${new URL(chat.baseUrl).host}/qwen3:8b` as ModelId
      const { info, model } = await sources.open(id)
      let last: ModelEvent | undefined
      for await (const event of model.stream(requestTo(info), signal)) last = event
      expect(last).toMatchObject({
        type: 'usage',
        cache: { points: [], cacheableTokens: 0, miss: 'not-supported', wasPredicted: true },
        context: { tools: 0, attachments: 0, results: 0 },
      })
      const long = { role: 'user', content: [{ type: 'text', text: 'word '.repeat(9000) }] } as const
      expect(model.estimatePromptTokens?.({ ...requestTo(info), messages: [long] })).toBeGreaterThan(8192)
    } finally {
      await chat.close()
    }
  })
})

const { signal } = new AbortController()

const secrets: SecretStore = {
  keptIn: 'memory',
  get: () => Promise.resolve(JSON.stringify({ accessKeyId, secretAccessKey: 'secret' })),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
}

function settingsWith(bedrock: Partial<Settings['bedrock']>): Settings {
  return settingsSchema.parse({
    theme: 'system',
    consentMode: 'ask',
    agentId: 'analyst',
    modelId: 'offline:analyst',
    workspace: null,
    recentWorkspaces: [],
    bedrock: { isEnabled: true, region: 'us-east-1', auth: { kind: 'keys' }, ...bedrock },
    localServers: [],
  })
}

function requestTo(model: ModelInfo) {
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] as const
  return { model, system: { stable: '', varying: '' }, messages, tools: [], inference: {} }
}

async function askOnce(): Promise<void> {
  const { info, model } = await sources.open(sonnet)
  await ask(model, info)
}

async function ask(model: Model, info: ModelInfo): Promise<void> {
  let last: string | undefined
  for await (const event of model.stream(requestTo(info), signal)) last = event.type
  expect(last).toBe('usage')
}
