import { BedrockClient, ListFoundationModelsCommand, paginateListInferenceProfiles } from '@aws-sdk/client-bedrock'
import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { stopReasons } from '../script.ts'
import { modelId, protocols, question, sdkClient, streamAll, textOf } from '../sdk-client.fixture.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterEach(() => emulator.reset())

afterAll(() => emulator.close())

describe.each(protocols)('the AWS SDK over %s', (protocol) => {
  test('reads reasoning, text and tool use in the service’s order of events', async () => {
    const client = sdkClient(emulator.address, protocol)
    emulator.script([
      { reasoning: 'Let me look.', signature: 'c2ln' },
      { redactedReasoning: 'AAEC' },
      { text: 'Grüße,\n\n🦊', chunkSize: 7 },
      { toolUse: { name: 'file_read', input: { path: 'a.csv' }, toolUseId: 'tooluse_1' }, chunkSize: 8 },
      { usage: { inputTokens: 11, outputTokens: 7, cacheReadInputTokens: 5, cacheWriteInputTokens: 3 } },
    ])
    const { events, error } = await streamAll(client)
    client.destroy()

    const delta = (contentBlockIndex: number, content: object): object => ({
      contentBlockDelta: { contentBlockIndex, delta: content },
    })
    expect(error).toBeUndefined()
    expect(events).toEqual([
      { messageStart: { role: 'assistant' } },
      delta(0, { reasoningContent: { text: 'Let me look.' } }),
      delta(0, { reasoningContent: { signature: 'c2ln' } }),
      { contentBlockStop: { contentBlockIndex: 0 } },
      delta(1, { reasoningContent: { redactedContent: Uint8Array.of(0, 1, 2) } }),
      { contentBlockStop: { contentBlockIndex: 1 } },
      delta(2, { text: 'Grüße,\n' }),
      delta(2, { text: '\n🦊' }),
      { contentBlockStop: { contentBlockIndex: 2 } },
      {
        contentBlockStart: {
          contentBlockIndex: 3,
          start: { toolUse: { toolUseId: 'tooluse_1', name: 'file_read' } },
        },
      },
      delta(3, { toolUse: { input: '{"path":' } }),
      delta(3, { toolUse: { input: '"a.csv"}' } }),
      { contentBlockStop: { contentBlockIndex: 3 } },
      { messageStop: { stopReason: 'tool_use' } },
      {
        metadata: {
          usage: {
            inputTokens: 11,
            outputTokens: 7,
            cacheReadInputTokens: 5,
            cacheWriteInputTokens: 3,
            totalTokens: 26,
          },
          metrics: { latencyMs: expect.any(Number) },
        },
      },
    ])
    expect(emulator.requests).toMatchObject([
      { protocol, operation: 'ConverseStream', method: 'POST', modelId, body: { messages: question.messages } },
    ])
    expect(emulator.requests[0]?.headers['amz-sdk-request']).toBe('attempt=1; max=3')
  })

  test('reads the same reply whole from Converse', async () => {
    const client = sdkClient(emulator.address, protocol)
    emulator.script([
      { reasoning: 'Hm.', signature: 'c2ln' },
      { text: 'Here.' },
      { toolUse: { name: 'list_files', toolUseId: 'tooluse_2' } },
      { usage: { inputTokens: 1, outputTokens: 2 } },
    ])
    const answer = await client.send(new ConverseCommand(question))
    client.destroy()
    expect(answer).toMatchObject({
      output: {
        message: {
          role: 'assistant',
          content: [
            { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } },
            { text: 'Here.' },
            { toolUse: { toolUseId: 'tooluse_2', name: 'list_files', input: {} } },
          ],
        },
      },
      stopReason: 'tool_use',
      usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3, cacheReadInputTokens: 0, cacheWriteInputTokens: 0 },
    })
  })

  const soLong = 600_000
  test.each([
    ['a scripted wait', {}, [{ text: 'first' }, { delayMs: soLong }, { text: 'never' }], ['first']],
    ['a delay between deltas', { perDeltaDelayMs: soLong }, [{ text: 'firstnever', chunkSize: 5 }], ['first']],
    ['a delay before the first token', { firstTokenDelayMs: soLong }, [{ text: 'never' }], []],
  ])(
    'gets what is written before %s, and the emulator notices when it leaves',
    async (_, settings, reply, expected) => {
      const client = sdkClient(emulator.address, protocol)
      emulator.configure(settings)
      emulator.script(reply)
      const abort = new AbortController()
      const { stream = [] } = await client.send(new ConverseStreamCommand(question), { abortSignal: abort.signal })
      const seen: string[] = []
      const reading = (async () => {
        for await (const event of stream) seen.push(event.contentBlockDelta?.delta?.text ?? '')
      })()
      await expect.poll(() => seen.filter((text) => text !== '')).toEqual(expected)
      expect(emulator.requests[0]?.outcome).toBe('open')
      abort.abort()
      // HTTP/1.1 throws on abort, HTTP/2 ends silently.
      await Promise.allSettled([reading])
      client.destroy()
      await expect.poll(() => emulator.requests[0]?.outcome).toBe('broken-off')
      expect(seen.filter((text) => text !== '')).toEqual(expected)
    },
  )

  test('reads a burst of 5,000 deltas without losing one', async () => {
    const client = sdkClient(emulator.address, protocol)
    emulator.script([{ burst: { deltas: 5_000, text: 'ab' } }])
    const { events } = await streamAll(client)
    client.destroy()
    expect(events.filter((event) => event.contentBlockDelta !== undefined)).toHaveLength(5_000)
    expect(textOf(events)).toBe('ab'.repeat(5_000))
  })

  test.each(stopReasons)('a reply can end with %s, streamed or whole', async (stopReason) => {
    const client = sdkClient(emulator.address, protocol)
    const reply = [{ text: 'So far.' }, { stopReason }]
    emulator.script([reply, reply])
    const { events } = await streamAll(client)
    const whole = await client.send(new ConverseCommand(question))
    client.destroy()
    const streamed = events.find((event) => event.messageStop !== undefined)?.messageStop?.stopReason
    expect([streamed, whole.stopReason]).toEqual([stopReason, stopReason])
  })

  test('serves several replies in order, then the default, several at once', async () => {
    const clients = [1, 2, 3].map(() => sdkClient(emulator.address, protocol))
    emulator.script([[{ text: 'one' }], [{ text: 'two' }]])
    emulator.setDefaultReply([{ text: 'default' }])
    const answers = await Promise.all(clients.map((client) => streamAll(client)))
    for (const client of clients) client.destroy()
    expect(answers.map(({ events }) => textOf(events)).toSorted()).toEqual(['default', 'one', 'two'])
  })

  test('is let in with a bearer key', async () => {
    const client = sdkClient(emulator.address, protocol, {
      token: { token: 'bedrock-api-key' },
      authSchemePreference: ['httpBearerAuth'],
    })
    await streamAll(client)
    client.destroy()
    expect(emulator.requests[0]?.headers['authorization']).toBe('Bearer bedrock-api-key')
  })

  test.each([
    ['expired', 'ExpiredTokenException', 'The security token included in the request is expired'],
    ['unrecognized', 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
    ['denied', 'AccessDeniedException', expect.stringContaining('is not authorized to perform')],
  ] as const)('hears that %s credentials are refused', async (credentials, name, message) => {
    const client = sdkClient(emulator.address, protocol)
    emulator.configure({ credentials })
    await expect(streamAll(client)).rejects.toMatchObject({ name, message, $metadata: { httpStatusCode: 403 } })
    client.destroy()
  })
})

test('a request without credentials is refused', async () => {
  const response = await fetch(`${emulator.address}/model/${modelId}/converse`, { method: 'POST', body: '{}' })
  expect([response.status, response.headers.get('x-amzn-errortype'), await response.json()]).toEqual([
    403,
    expect.stringMatching(/^MissingAuthenticationTokenException:/),
    { message: 'Missing Authentication Token' },
  ])
})

test('usage grows with what is asked and what is answered', async () => {
  const client = sdkClient(emulator.address, 'h2')
  emulator.script([[{ text: 'word'.repeat(10) }], [{ text: 'word'.repeat(20) }]])
  const usages = []
  for (const text of ['one '.repeat(40), 'one '.repeat(400)]) {
    const { events } = await streamAll(client, { modelId, messages: [{ role: 'user', content: [{ text }] }] })
    usages.push(events.at(-1)?.metadata?.usage)
  }
  client.destroy()
  expect(usages).toMatchObject([
    { inputTokens: 51, outputTokens: 10, totalTokens: 61 },
    { inputTokens: 411, outputTokens: 20, totalTokens: 431 },
  ])
})

test('the control plane lists models and pages through profiles', async () => {
  const client = new BedrockClient({
    endpoint: emulator.address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  })
  const { modelSummaries = [] } = await client.send(new ListFoundationModelsCommand({}))
  const pages = []
  for await (const page of paginateListInferenceProfiles(
    { client },
    { maxResults: 10, typeEquals: 'SYSTEM_DEFINED' },
  )) {
    pages.push(page.inferenceProfileSummaries?.map((profile) => profile.inferenceProfileId))
  }
  client.destroy()
  expect(modelSummaries.map((model) => model.modelId)).toContain('amazon.nova-lite-v1:0')
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.slice(0, -1).map((page) => page?.length)).toEqual(pages.slice(0, -1).map(() => 10))
  const some = [modelId, 'global.anthropic.claude-opus-5-5', 'us.anthropic.claude-opus-5', 'us.amazon.nova-2-lite-v1:0']
  expect(pages.flat()).toEqual(expect.arrayContaining(some))
})
