import { BedrockClient, ListFoundationModelsCommand, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock'
import { ConverseCommand, CountTokensCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { protocols, sdkClient, streamAll } from '../sdk-client.fixture.ts'

const haiku45 = 'anthropic.claude-haiku-4-5-20251001-v1:0'
const application = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123'
const messages: ConverseStreamCommandInput['messages'] = [{ role: 'user', content: [{ text: 'one two three' }] }]

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterEach(() => emulator.reset())

afterAll(() => emulator.close())

describe.each(protocols)('over %s', (protocol) => {
  let client: BedrockRuntimeClient
  beforeAll(() => {
    client = sdkClient(emulator.address, protocol)
  })
  afterAll(() => client.destroy())

  test('an id is encoded whole in the path', async () => {
    await client.send(new ConverseCommand({ modelId: application, messages }))
    const path = `/model/${encodeURIComponent(application)}/converse`
    expect(emulator.requests).toMatchObject([{ method: 'POST', path, modelId: application, region: 'us-east-1' }])
  })

  test('CountTokens counts what Converse is billed', async () => {
    const request = { messages, system: [{ text: 'Be brief.' }] }
    const { inputTokens } = await client.send(
      new CountTokensCommand({ modelId: haiku45, input: { converse: request } }),
    )
    const { usage } = await client.send(new ConverseCommand({ modelId: `us.${haiku45}`, ...request }))
    expect(inputTokens).toBe(usage?.inputTokens)
    expect(emulator.requests[0]?.path).toBe(`/model/${encodeURIComponent(haiku45)}/count-tokens`)
  })

  test('CountTokens counts a body of InvokeModel alike', async () => {
    const tool = { name: 'read', description: 'Reads.', schema: { type: 'object' } }
    const { name, description, schema } = tool
    const converse = {
      messages: [
        { role: 'user', content: [{ text: 'one' }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: 't', name, input: { a: 1 } } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: 't', content: [{ text: 'two' }] } }] },
      ],
      system: [{ text: 'Be brief.' }],
      toolConfig: { tools: [{ toolSpec: { name, description, inputSchema: { json: schema } } }] },
    } as const
    const body = JSON.stringify({
      messages: [
        { role: 'user', content: 'one' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 't', name, input: { a: 1 } }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'two' }] },
      ],
      system: 'Be brief.',
      tools: [{ name, description, input_schema: schema }],
    })
    const counted = await Promise.all([
      client.send(
        new CountTokensCommand({ modelId: haiku45, input: { converse: structuredClone(converse) as never } }),
      ),
      client.send(new CountTokensCommand({ modelId: haiku45, input: { invokeModel: { body: Buffer.from(body) } } })),
    ])
    expect(counted[0].inputTokens).toBe(counted[1].inputTokens)
  })

  test.each([
    ['a profile', `us.${haiku45}`],
    ['Opus 4.7 and newer', 'anthropic.claude-opus-4-7'],
    ['Nova', 'amazon.nova-pro-v1:0'],
  ])('CountTokens refuses %s', async (_, modelId) => {
    const input = { converse: { messages } }
    await expect(client.send(new CountTokensCommand({ modelId, input }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: "The provided model doesn't support counting tokens.",
    })
  })

  test.each([
    [
      'asked for',
      'us.amazon.nova-pro-v1:0',
      { performanceConfig: { latency: 'optimized' }, serviceTier: { type: 'flex' } },
    ],
    ['not asked for', 'us.amazon.nova-pro-v1:0', {}],
  ] as const)('latency and tier %s are told back', async (_, modelId, options) => {
    const told = { performanceConfig: undefined, serviceTier: undefined, ...options }
    const { events } = await streamAll(client, { modelId, messages, ...options })
    const whole = await client.send(new ConverseCommand({ modelId, messages, ...options }))
    const pick = (answer: object = {}): object => ({
      performanceConfig: Reflect.get(answer, 'performanceConfig'),
      serviceTier: Reflect.get(answer, 'serviceTier'),
    })
    expect([pick(events.at(-1)?.metadata), pick(whole)]).toEqual([told, told])
  })
})

describe('the control plane', () => {
  const send = async <T>(use: (client: BedrockClient) => Promise<T>): Promise<T> => {
    const client = new BedrockClient({
      endpoint: emulator.address,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    })
    try {
      return await use(client)
    } finally {
      client.destroy()
    }
  }

  test('tells how each model is called', async () => {
    const { modelSummaries = [] } = await send((client) => client.send(new ListFoundationModelsCommand({})))
    const summaryOf = (modelId: string): unknown => modelSummaries.find((model) => model.modelId === modelId)
    expect(summaryOf('amazon.nova-micro-v1:0')).toMatchObject({
      modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-micro-v1:0',
      inputModalities: ['TEXT'],
      responseStreamingSupported: true,
      inferenceTypesSupported: ['ON_DEMAND', 'INFERENCE_PROFILE'],
      modelLifecycle: { status: 'ACTIVE' },
    })
    expect(summaryOf('anthropic.claude-opus-5-5')).toMatchObject({ inferenceTypesSupported: ['INFERENCE_PROFILE'] })
  })

  test('tells what each profile runs, and has none of one’s own', async () => {
    const [system, own] = await send((client) =>
      Promise.all([
        client.send(new ListInferenceProfilesCommand({ typeEquals: 'SYSTEM_DEFINED' })),
        client.send(new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' })),
      ]),
    )
    const profiles = system.inferenceProfileSummaries ?? []
    expect(profiles.find((profile) => profile.inferenceProfileId === 'eu.anthropic.claude-opus-5-5')).toMatchObject({
      inferenceProfileArn: 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-opus-5-5',
      models: [{ modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-opus-5-5' }],
      status: 'ACTIVE',
      type: 'SYSTEM_DEFINED',
    })
    expect(own.inferenceProfileSummaries).toEqual([])
    // A region lists the profiles it can be called from.
    expect(new Set(profiles.map(({ inferenceProfileId = '' }) => inferenceProfileId.split('.')[0]))).toEqual(
      new Set(['eu', 'global']),
    )
  })
})
