import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../../e2e/bedrock-emulator/emulator.ts'
import type { Fault } from '../../../e2e/bedrock-emulator/fault.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { ToolUseId } from '../../../shared/ids.ts'
import type { Usage } from '../../../shared/usage.ts'
import type { ModelEvent, ModelRequest } from '../../agent/ports.ts'
import type { SecretStore } from '../../host.ts'
import { findModel } from '../catalog.ts'
import { createBedrockModel } from './bedrock-model.ts'
import { keepConnections } from './kept-connections.ts'
import { testBedrockModel } from './test-bedrock-model.ts'

let emulator: Emulator
const secrets: SecretStore = {
  keptIn: 'memory',
  get: () => Promise.resolve(JSON.stringify({ accessKeyId: 'AKIDEXAMPLE0001', secretAccessKey: 'secret' })),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
}
const connections = keepConnections()
const connection = { region: 'us-east-1', auth: { kind: 'keys' }, secrets, connections } as const

beforeAll(async () => {
  emulator = await startEmulator()
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = emulator.address
})
afterEach(() => emulator.reset())
afterAll(async () => {
  connections.close()
  await emulator.close()
})

describe('an answer from Bedrock', () => {
  test('streams text, reasoning and tool use, then why it stopped, then its usage', async () => {
    emulator.script([
      { reasoning: 'Let me see.', signature: 'c2ln' },
      { redactedReasoning: 'AAECAw==' },
      { text: 'I look.' },
      { toolUse: { name: 'query_data', input: { sql: 'SELECT 1' }, toolUseId: 'tooluse_1' } },
      { usage: { inputTokens: 10, outputTokens: 20, cacheReadInputTokens: 30, cacheWriteInputTokens: 40 } },
    ])
    const events = await read()
    expect(joined(events)).toEqual([
      { type: 'reasoning-delta', index: 0, text: 'Let me see.' },
      { type: 'reasoning-signature', index: 0, signature: 'c2ln' },
      { type: 'reasoning-redacted', index: 1, base64: 'AAECAw==' },
      { type: 'text-delta', index: 2, text: 'I look.' },
      { type: 'tool-use-started', index: 3, toolUseId: 'tooluse_1', name: 'query_data' },
      { type: 'tool-input-delta', index: 3, json: '{"sql":"SELECT 1"}' },
      { type: 'message-stopped', reason: 'tool-use' },
      {
        type: 'usage',
        usage: { inputTokens: 10, outputTokens: 20, cacheReadTokens: 30, cacheWriteTokens: 40 },
        latencyMs: expect.any(Number) as number,
      },
    ])
  })

  test('keeps every character, blank deltas and paragraph breaks too', async () => {
    const text = 'One.\n\n\n   Two 👩‍👩‍👧 — три.\n\n'
    emulator.script([{ text, chunkSize: 1 }])
    const deltas = (await read()).flatMap((event) => (event.type === 'text-delta' ? [event.text] : []))
    expect(deltas.join('')).toBe(text)
  })

  test.each([
    ['end_turn', 'end-turn'],
    ['max_tokens', 'max-tokens'],
    ['stop_sequence', 'stop-sequence'],
    ['guardrail_intervened', 'guardrail'],
    ['content_filtered', 'refused'],
    ['malformed_tool_use', 'malformed'],
    ['model_context_window_exceeded', 'context-full'],
  ] as const)('that stops with %s says %s', async (stopReason, reason) => {
    emulator.script([{ text: 'Hi' }, { stopReason }])
    expect(await read()).toContainEqual({ type: 'message-stopped', reason })
  })

  test('is told to the observer of its request, whose report goes with the usage', async () => {
    emulator.script([{ text: 'Hi' }, { usage: { inputTokens: 1, outputTokens: 2 } }])
    const told: unknown[] = []
    const observer = {
      noteStart: () => void told.push('start'),
      report: (usage: Usage) => {
        told.push(usage)
        return { cache: 'report', context: 'breakdown' } as never
      },
    }
    const events = await read({ observer })
    expect(told).toEqual(['start', { inputTokens: 1, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0 }])
    expect(events.at(-1)).toMatchObject({ type: 'usage', cache: 'report', context: 'breakdown' })
    emulator.fault({ kind: 'first-frame-exception', exception: 'throttlingException' })
    await readUntilFailure({ observer })
    expect(told).toHaveLength(2)
  })

  test('to a history with tools and thinking is accepted by the service', async () => {
    const toolUseId = 'tooluse_1' as ToolUseId
    emulator.script([{ text: '42' }])
    await read({
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'How many?' }] },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'Count.', signature: 'c2ln' },
            { type: 'tool-use', toolUseId, name: 'query_data', input: {} },
          ],
        },
        { role: 'user', content: [{ type: 'tool-result', toolUseId, status: 'error', content: [] }] },
      ],
    })
    expect(emulator.requests.at(-1)?.outcome).toBe('completed')
  })
})

describe('a failing answer', () => {
  const faults: readonly (readonly [Fault, ErrorCode])[] = [
    [{ kind: 'cut-connection' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'reset-stream' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'no-message-stop' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'bad-checksum' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'truncated-frame' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'unmodelled-error', code: 'InternalFailure', message: 'Oops' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'mid-stream-exception', exception: 'modelStreamErrorException' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'mid-stream-exception', exception: 'throttlingException' }, 'MODEL_THROTTLED'],
    [{ kind: 'mid-stream-exception', exception: 'internalServerException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'mid-stream-exception', exception: 'serviceUnavailableException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'mid-stream-exception', exception: 'futureException' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'first-frame-exception', exception: 'validationException', message: 'No.' }, 'MODEL_REJECTED_REQUEST'],
    [{ kind: 'first-frame-exception', exception: 'throttlingException' }, 'MODEL_THROTTLED'],
    [{ kind: 'first-frame-exception', exception: 'internalServerException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'first-frame-exception', exception: 'serviceUnavailableException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'first-frame-exception', exception: 'modelStreamErrorException' }, 'MODEL_STREAM_BROKEN'],
    [{ kind: 'http-error', error: 'AccessDeniedException' }, 'MODEL_ACCESS_DENIED'],
    [{ kind: 'http-error', error: 'ExpiredTokenException' }, 'CREDENTIALS_EXPIRED'],
    [{ kind: 'http-error', error: 'UnrecognizedClientException' }, 'CREDENTIALS_REJECTED'],
    [{ kind: 'http-error', error: 'ValidationException' }, 'MODEL_NOT_FOUND'],
    [{ kind: 'http-error', error: 'ResourceNotFoundException' }, 'MODEL_NOT_FOUND'],
    [{ kind: 'http-error', error: 'ServiceQuotaExceededException' }, 'MODEL_QUOTA_EXCEEDED'],
    [{ kind: 'http-error', error: 'ThrottlingException' }, 'MODEL_THROTTLED'],
    [{ kind: 'http-error', error: 'ModelNotReadyException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'http-error', error: 'ModelTimeoutException' }, 'MODEL_TIMEOUT'],
    [{ kind: 'http-error', error: 'ModelErrorException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'http-error', error: 'InternalServerException' }, 'MODEL_UNAVAILABLE'],
    [{ kind: 'http-error', error: 'ServiceUnavailableException' }, 'MODEL_UNAVAILABLE'],
  ]

  test.each(faults)('%o ends in %s, and the next request works', async (fault, code) => {
    emulator.fault(fault)
    const { error } = await readUntilFailure()
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code, hint: expect.stringMatching(/\.$/) as string })
    emulator.reset()
    expect((await read()).at(-1)?.type).toBe('usage')
  })

  test('keeps what had come before it broke', async () => {
    emulator.script([{ text: 'abcdef', chunkSize: 1 }])
    emulator.fault({ kind: 'cut-connection', afterDeltas: 3 })
    const { events } = await readUntilFailure()
    expect(joined(events)).toEqual([{ type: 'text-delta', index: 0, text: 'abc' }])
  })

  test.each([
    { kind: 'http-error', error: 'ThrottlingException' },
    { kind: 'http-error', error: 'InternalServerException' },
    { kind: 'first-frame-exception', exception: 'throttlingException' },
    { kind: 'mid-stream-exception', exception: 'throttlingException' },
    { kind: 'cut-connection', afterDeltas: 0 },
  ] as const)('%o is never tried again behind the back of the person', async (fault) => {
    await read()
    emulator.reset()
    emulator.fault(fault)
    expect((await readUntilFailure()).error).toMatchObject({ retryable: true })
    expect(emulator.requests).toHaveLength(1)
  })

  test('is whole without its usage when only the metadata is missing', async () => {
    emulator.fault({ kind: 'no-metadata' })
    expect((await read()).at(-1)).toEqual({ type: 'message-stopped', reason: 'end-turn' })
  })

  test('does not stumble over events from the future', async () => {
    emulator.fault({ kind: 'unknown-event' })
    expect((await read()).at(-1)?.type).toBe('usage')
  })

  test('that falls silent is given up after the time allowed', async () => {
    emulator.fault({ kind: 'stall' })
    const { error } = await readUntilFailure({}, createBedrockModel({ ...connection, stallTimeoutMs: 200 }))
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', retryable: true })
  })

  test('names the region when there is nobody at the address', async () => {
    process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = 'http://127.0.0.1:9'
    try {
      const { error } = await readUntilFailure({}, createBedrockModel(connection))
      expect(error).toMatchObject({ code: 'MODEL_UNREACHABLE', message: 'Bedrock in us-east-1 could not be reached.' })
    } finally {
      process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = emulator.address
    }
  })
})

describe('stopping', () => {
  test('before the request sends nothing', async () => {
    const { error } = await readUntilFailure({}, createBedrockModel(connection), AbortSignal.abort())
    expect(error).toMatchObject({ code: 'CANCELLED' })
    expect(emulator.requests).toEqual([])
  })

  test('while credentials are still being fetched does not wait for them', async () => {
    const controller = new AbortController()
    const never = { ...secrets, get: () => new Promise<never>(() => controller.abort()) }
    const model = createBedrockModel({ ...connection, secrets: never })
    const { error } = await readUntilFailure({}, model, controller.signal)
    expect(error).toMatchObject({ code: 'CANCELLED' })
  })

  test('before the first word is a cancellation, and breaks the connection off', async () => {
    emulator.configure({ firstTokenDelayMs: 60_000 })
    const controller = new AbortController()
    const reading = readUntilFailure({}, createBedrockModel(connection), controller.signal)
    await until(() => emulator.requests.length === 1)
    controller.abort()
    expect((await reading).error).toMatchObject({ code: 'CANCELLED' })
    await until(() => emulator.requests[0]?.outcome === 'broken-off')
  })

  test('in the middle is a cancellation though the SDK ends the stream as if it were whole', async () => {
    emulator.fault({ kind: 'stall', afterDeltas: 2 })
    const controller = new AbortController()
    const events: ModelEvent[] = []
    const reading = (async () => {
      for await (const event of createBedrockModel(connection).stream(requestWith({}), controller.signal)) {
        events.push(event)
        if (events.length === 2) setImmediate(() => controller.abort())
      }
    })()
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(events).toHaveLength(2)
    await until(() => emulator.requests[0]?.outcome === 'broken-off')
  })

  test('reading early frees the connection', async () => {
    emulator.fault({ kind: 'stall' })
    for await (const event of createBedrockModel(connection).stream(requestWith({}), signal)) {
      expect(event.type).toBe('text-delta')
      break
    }
    await until(() => emulator.requests[0]?.outcome === 'broken-off')
  })
})

describe('testing a model', () => {
  test('really asks it through the stream, and says who asked', async () => {
    const result = await testBedrockModel(connection, requestWith({}).model, signal)
    expect(result.identity).toBe('the stored AWS access keys (key …0001)')
    expect(result.latencyMs).toBeGreaterThanOrEqual(0)
    expect(emulator.requests.map(({ operation, body }) => ({ operation, body }))).toMatchObject([
      { operation: 'ConverseStream', body: { inferenceConfig: { maxTokens: 16 } } },
    ])
  })

  test('reports what the chat would meet', async () => {
    emulator.configure({ credentials: 'denied' })
    await expect(testBedrockModel(connection, requestWith({}).model, signal)).rejects.toMatchObject({
      code: 'MODEL_ACCESS_DENIED',
    })
  })
})

const { signal } = new AbortController()

function requestWith(parts: Partial<ModelRequest>): ModelRequest {
  const model = findModel('us.anthropic.claude-sonnet-4-6', 'us-east-1')
  if (model === undefined) throw new Error('The model of this test left the catalog.')
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] as const
  return { model, system: { stable: 'Be brief.', varying: '' }, messages, tools: [], inference: {}, ...parts }
}

async function read(parts: Partial<ModelRequest> = {}): Promise<ModelEvent[]> {
  const { events, error } = await readUntilFailure(parts)
  if (error !== undefined) throw error
  return events
}

async function readUntilFailure(
  parts: Partial<ModelRequest> = {},
  model = createBedrockModel(connection),
  abort: AbortSignal = signal,
): Promise<{ events: ModelEvent[]; error: unknown }> {
  const events: ModelEvent[] = []
  try {
    for await (const event of model.stream(requestWith(parts), abort)) events.push(event)
  } catch (error) {
    return { events, error }
  }
  return { events, error: undefined }
}

/** Neighbouring deltas of one block as one, so that a test does not depend on where the emulator cuts. */
function joined(events: readonly ModelEvent[]): ModelEvent[] {
  const out: ModelEvent[] = []
  for (const event of events) {
    const last = out.at(-1)
    if (last?.type === 'tool-input-delta' && event.type === last.type) {
      out[out.length - 1] = { ...last, json: last.json + event.json }
    } else if (
      (last?.type === 'text-delta' || last?.type === 'reasoning-delta') &&
      event.type === last.type &&
      event.index === last.index
    ) {
      out[out.length - 1] = { ...last, text: last.text + event.text }
    } else out.push(event)
  }
  return out
}

/** The server sees a closed connection a moment after the client closed it. The test's own time limit ends it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
