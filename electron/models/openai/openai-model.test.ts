import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ModelInfo } from '../../../shared/models.ts'
import type { ModelEvent } from '../../agent/ports.ts'
import { startChatServer, type ChatServer, type ChatStep } from './chat-server.test-server.ts'
import { createOpenAiModel } from './openai-model.ts'
import { testLocalModel } from './test-local-model.ts'

let chat: ChatServer

beforeAll(async () => {
  chat = await startChatServer()
})
afterAll(() => chat.close())

const text = (content: string): ChatStep => ({ chunk: { choices: [{ delta: { content } }] } })
const finish = (reason: string): ChatStep => ({ chunk: { choices: [{ delta: {}, finish_reason: reason }] } })
const counted: ChatStep = { chunk: { choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } } }
const done: ChatStep = { raw: 'data: [DONE]\n\n' }

describe('an answer from a local server', () => {
  test('streams, stops and then gives its usage', async () => {
    chat.answer([text('Hel'), text('lo'), finish('stop'), counted, done])
    expect(await read()).toEqual({
      events: [
        { type: 'text-delta', index: 0, text: 'Hel' },
        { type: 'text-delta', index: 0, text: 'lo' },
        { type: 'message-stopped', reason: 'end-turn' },
        {
          type: 'usage',
          usage: { inputTokens: 7, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0 },
          latencyMs: null,
        },
      ],
      error: undefined,
    })
    expect(chat.requests.at(-1)).toMatchObject({ model: 'qwen3:8b', stream: true })
  })

  test('may come in pieces cut anywhere, in the middle of a character too', async () => {
    const bytes = Buffer.from(`data: ${JSON.stringify({ choices: [{ delta: { content: 'né 👩‍👧' } }] })}\n\n`)
    chat.answer([...bytes].map((byte) => ({ raw: Uint8Array.of(byte) })))
    const { events } = await read()
    expect(events).toEqual([{ type: 'text-delta', index: 0, text: 'né 👩‍👧' }])
  })

  test.each<[string, ChatStep[]]>([
    ['says when it is done but not why', [text('Hi'), done]],
    ['breaks off only after it said why it stopped', [text('Hi'), finish('stop'), { cut: true }]],
  ])('is whole when the server %s', async (_, steps) => {
    chat.answer(steps)
    const { events, error } = await read()
    expect(error).toBeUndefined()
    expect(events.at(-1)).toEqual({ type: 'message-stopped', reason: 'end-turn' })
  })
})

test('usage that comes with the last words, or in every chunk, is given once, at the end', async () => {
  const usage = { prompt_tokens: 7, completion_tokens: 1 }
  const last = { choices: [{ delta: {}, finish_reason: 'length' }], usage: { ...usage, completion_tokens: 2 } }
  chat.answer([{ chunk: { choices: [{ delta: { content: 'Hi' } }], usage } }, { chunk: last }])
  expect((await read()).events.slice(1)).toMatchObject([
    { type: 'message-stopped', reason: 'max-tokens' },
    { type: 'usage', usage: { inputTokens: 7, outputTokens: 2 } },
  ])
})

describe('a failing answer', () => {
  test.each<[string, ChatStep[], string]>([
    ['cut in the middle', [text('Hi'), { cut: true }], 'MODEL_STREAM_BROKEN'],
    ['cut at once', [{ cut: true }], 'MODEL_UNREACHABLE'],
    ['ending without a reason', [text('Hi')], 'MODEL_STREAM_BROKEN'],
    ['ending in half a chunk', [text('Hi'), { raw: 'data: {"choices":[{"de' }], 'MODEL_STREAM_BROKEN'],
    ['with a chunk that is not JSON', [text('Hi'), { raw: 'data: {oops\n\n' }, finish('stop')], 'MODEL_STREAM_BROKEN'],
    ['with a chunk that is not an object', [{ raw: 'data: 42\n\n' }], 'MODEL_STREAM_BROKEN'],
    ['with an error in a chunk', [text('Hi'), { chunk: { error: { message: 'out of memory' } } }], 'MODEL_UNAVAILABLE'],
    [
      'that outgrows the context',
      [text('Hi'), { chunk: { error: { message: 'the request exceeds the available context size' } } }],
      'CONTEXT_TOO_LONG',
    ],
  ])('%s keeps what came and ends in its code', async (_, steps, code) => {
    chat.answer(steps)
    const { events, error } = await read()
    expect(error).toMatchObject({ code, hint: expect.stringMatching(/\.$/) as string })
    expect(events).toEqual(steps.some((step) => 'chunk' in step) ? [{ type: 'text-delta', index: 0, text: 'Hi' }] : [])
  })

  test.each([
    [
      404,
      '{"error":{"message":"model \\"qwen3:8b\\" not found, try pulling it first"}}',
      'MODEL_NOT_FOUND',
      'ollama pull',
    ],
    [404, '404 page not found', 'MODEL_UNREACHABLE', '/v1'],
    [
      400,
      '{"error":{"message":"registry.ollama.ai/library/x does not support tools"}}',
      'MODEL_REJECTED_REQUEST',
      'Choose',
    ],
    [400, '{"error":{"message":"Input is too long: context length 4096"}}', 'CONTEXT_TOO_LONG', 'new conversation'],
    [400, '{"error":"bad field"}', 'MODEL_REJECTED_REQUEST', 'Choose'],
    [401, '', 'CREDENTIALS_REJECTED', 'key'],
    [503, '{"error":{"message":"Loading model"}}', 'MODEL_UNAVAILABLE', 'loading'],
    [502, '<html>Bad gateway</html>', 'MODEL_UNAVAILABLE', 'Wait'],
  ])('refused with %i %s says what to do', async (status, body, code, words) => {
    chat.refuse(status, body)
    const { error } = await read()
    expect(error).toMatchObject({ code, hint: expect.stringContaining(words) as string })
  })

  test('that is no stream at all is not taken for one', async () => {
    chat.refuse(200, '<html>Hello</html>')
    expect((await read()).error).toMatchObject({ code: 'MODEL_STREAM_BROKEN' })
  })

  test('from nobody says what to start', async () => {
    const nobody = await startChatServer()
    await nobody.close()
    const ask = async (label: string) => (await read({ server: { label, baseUrl: nobody.baseUrl } })).error
    expect(await ask('Ollama')).toMatchObject({
      code: 'MODEL_UNREACHABLE',
      message: `Nothing answers at ${nobody.baseUrl}.`,
      hint: 'Start Ollama (run “ollama serve” in a terminal), then retry.',
    })
    expect(await ask('LM Studio')).toMatchObject({ hint: expect.stringContaining('Start LM Studio') as string })
  })

  test('that points elsewhere is not followed: the conversation stays where it was configured to go', async () => {
    const elsewhere = await startChatServer()
    elsewhere.answer([text('Hi'), finish('stop')])
    chat.redirect(`${elsewhere.baseUrl}/chat/completions`)
    const { error } = await read()
    await elsewhere.close()
    expect(error).toMatchObject({ code: 'MODEL_UNREACHABLE' })
    expect(elsewhere.requests).toEqual([])
  })

  test('that falls silent is given up after the time allowed', async () => {
    chat.answer([text('Hi'), { stall: true }])
    expect((await read({ stallTimeoutMs: 200 })).error).toMatchObject({ code: 'MODEL_TIMEOUT' })
  })
})

describe('stopping', () => {
  test('in the middle is a cancellation that keeps what came, and frees the connection', async () => {
    const before = chat.brokenOff
    chat.answer([text('Hi'), { stall: true }])
    const controller = new AbortController()
    const { events, error } = await read({ signal: controller.signal, onEvent: () => controller.abort() })
    expect(error).toMatchObject({ code: 'CANCELLED' })
    expect(events).toHaveLength(1)
    await until(() => chat.brokenOff === before + 1)
  })

  test('reading early frees the connection', async () => {
    const before = chat.brokenOff
    chat.answer([text('Hi'), { stall: true }])
    for await (const event of createOpenAiModel({ server: local() }).stream(request, never)) {
      expect(event.type).toBe('text-delta')
      break
    }
    await until(() => chat.brokenOff === before + 1)
  })
})

test('testing a model really asks it', async () => {
  chat.answer([text('OK'), finish('stop'), done])
  expect(await testLocalModel(local(), request.model, never)).toEqual({
    latencyMs: expect.any(Number) as number,
    identity: 'Ollama, no key',
  })
  expect(chat.requests.at(-1)).toMatchObject({ max_tokens: 16 })
})

const never = new AbortController().signal
const model: ModelInfo = {
  id: 'openai:127.0.0.1/qwen3:8b' as ModelInfo['id'],
  provider: 'openai',
  endpointModelId: 'qwen3:8b',
  label: 'qwen3:8b',
  description: '',
  accepts: { tools: true, images: true, temperature: true, topP: true, reasoning: 'none' },
  price: 'free',
}
const request = {
  model,
  system: { stable: '', varying: '' },
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
  tools: [],
  inference: {},
} as const

function local(): { label: string; baseUrl: string } {
  return { label: 'Ollama', baseUrl: chat.baseUrl }
}

type Reading = {
  server?: { label: string; baseUrl: string }
  stallTimeoutMs?: number
  signal?: AbortSignal
  onEvent?: () => void
}

async function read({ server = local(), stallTimeoutMs = 10_000, signal = never, onEvent }: Reading = {}) {
  const events: ModelEvent[] = []
  try {
    for await (const event of createOpenAiModel({ server, stallTimeoutMs }).stream(request, signal)) {
      events.push(event)
      onEvent?.()
    }
  } catch (error) {
    return { events, error }
  }
  return { events, error: undefined }
}

/** The server sees a closed connection a moment after the client closed it. The test's own time limit ends it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
