import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator } from './emulator.ts'
import type { Emulator } from './emulator.ts'
import { streamExceptions } from './fault.ts'
import { protocols, question, sdkClient, streamAll, textOf } from './sdk-client.fixture.ts'
import type { Protocol, Streamed } from './sdk-client.fixture.ts'
import { onDemandMessage } from './resolve-model.ts'
import type { Fault } from './fault.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterEach(() => emulator.reset())

afterAll(() => emulator.close())

/** The reply “onetwo”, two deltas, under the fault. */
async function streamUnder(fault: Fault, protocol: Protocol): Promise<Streamed> {
  const client = sdkClient(emulator.address, protocol)
  emulator.script([{ text: 'onetwo', chunkSize: 3 }])
  emulator.fault(fault)
  try {
    return await streamAll(client)
  } finally {
    client.destroy()
  }
}

function isWhole({ events }: Streamed): boolean {
  return events.some((event) => event.messageStop !== undefined)
}

describe.each(protocols)('over %s', (protocol) => {
  test.each([
    ['ThrottlingException', 429],
    ['ModelNotReadyException', 429],
    ['InternalServerException', 500],
    ['ServiceUnavailableException', 503],
  ] as const)('%s is tried three times, and the scripted reply waits for the next question', async (error, status) => {
    const client = sdkClient(emulator.address, protocol)
    emulator.script([{ text: 'at last' }])
    emulator.fault({ kind: 'http-error', error, message: 'Not today.', times: 3 })
    const failed = { name: error, message: 'Not today.', $metadata: { httpStatusCode: status, attempts: 3 } }
    await expect(streamAll(client)).rejects.toMatchObject(failed)
    const answer = await streamAll(client)
    client.destroy()
    expect(textOf(answer.events)).toBe('at last')
    const attempts = emulator.requests.slice(0, 3)
    expect(new Set(attempts.map((request) => request.headers['amz-sdk-invocation-id'])).size).toBe(1)
    expect(emulator.requests.map((request) => request.headers['amz-sdk-request'])).toEqual([
      'attempt=1; max=3',
      'attempt=2; max=3',
      'attempt=3; max=3',
      'attempt=1; max=3',
    ])
  })

  test.each([
    ['ModelTimeoutException', 408],
    ['ModelErrorException', 424],
    ['ModelStreamErrorException', 424],
    ['ConflictException', 400],
    ['AccessDeniedException', 403],
    ['ValidationException', 400],
    ['ServiceQuotaExceededException', 400],
    ['ResourceNotFoundException', 404],
  ] as const)('%s is final at the first attempt', async (error, status) => {
    const failed = { name: error, $metadata: { httpStatusCode: status, attempts: 1 } }
    await expect(streamUnder({ kind: 'http-error', error }, protocol)).rejects.toMatchObject(failed)
    expect(emulator.requests).toHaveLength(1)
  })

  test.each([
    'Input is too long for requested model.',
    onDemandMessage('anthropic.claude-opus-5-5'),
    'The model returned the following errors: prompt is too long',
  ])('a ValidationException says: %s', async (message) => {
    const fault: Fault = { kind: 'http-error', error: 'ValidationException', message }
    await expect(streamUnder(fault, protocol)).rejects.toMatchObject({ name: 'ValidationException', message })
  })

  test('an exception as the first frame is tried again', async () => {
    const answer = await streamUnder(
      { kind: 'first-frame-exception', exception: 'throttlingException', times: 2 },
      protocol,
    )
    expect([textOf(answer.events), emulator.requests.length]).toEqual(['onetwo', 3])
  })

  test.each(streamExceptions)('%s in mid-stream is thrown by the iterator after what arrived', async (exception) => {
    const answer = await streamUnder({ kind: 'mid-stream-exception', exception, message: 'Broke.' }, protocol)
    const name = exception.charAt(0).toUpperCase() + exception.slice(1)
    expect(answer.error).toMatchObject({ name, message: 'Broke.' })
    expect([textOf(answer.events), isWhole(answer), emulator.requests.length]).toEqual(['one', false, 1])
  })

  test('an exception the client does not know is thrown with its raw body', async () => {
    const answer = await streamUnder(
      { kind: 'mid-stream-exception', exception: 'comingException', message: 'New.' },
      protocol,
    )
    expect(answer.error).toMatchObject({ name: 'comingException', message: '{"message":"New."}' })
  })

  test('an unmodelled error is thrown under its code', async () => {
    const answer = await streamUnder({ kind: 'unmodelled-error', code: 'Odd', message: 'Unheard of.' }, protocol)
    expect(answer.error).toMatchObject({ name: 'Odd', message: 'Unheard of.' })
  })

  test('an event of an unknown type is skipped', async () => {
    const answer = await streamUnder({ kind: 'unknown-event' }, protocol)
    expect([textOf(answer.events), isWhole(answer), answer.error]).toEqual(['onetwo', true, undefined])
  })

  test.each([
    ['bad-checksum', /^The message checksum .* did not match/],
    ['truncated-frame', /^Truncated event message received\.$/],
  ] as const)('%s is thrown by the iterator', async (kind, message) => {
    const answer = await streamUnder({ kind }, protocol)
    expect(answer.error?.message).toMatch(message)
    expect(textOf(answer.events)).toBe('one')
  })

  test('a clean end without messageStop is no error to the client', async () => {
    const answer = await streamUnder({ kind: 'no-message-stop' }, protocol)
    expect([textOf(answer.events), isWhole(answer), answer.error]).toEqual(['one', false, undefined])
  })

  test('missing metadata is no error to the client', async () => {
    const answer = await streamUnder({ kind: 'no-metadata' }, protocol)
    expect([isWhole(answer), answer.events.at(-1)?.metadata, answer.error]).toEqual([true, undefined, undefined])
  })

  test('a connection cut before the answer is tried again', async () => {
    const client = sdkClient(emulator.address, protocol)
    emulator.script([{ text: 'at last' }])
    emulator.fault({ kind: 'cut-connection', operation: 'Converse', times: 2 })
    const { output, $metadata } = await client.send(new ConverseCommand(question))
    client.destroy()
    expect([output?.message?.content, $metadata.attempts]).toEqual([[{ text: 'at last' }], 3])
  })

  test('a stall lasts until the client goes', async () => {
    const client = sdkClient(emulator.address, protocol)
    const abort = new AbortController()
    emulator.script([{ text: 'onetwo', chunkSize: 3 }])
    emulator.fault({ kind: 'stall' })
    const { stream = [] } = await client.send(new ConverseStreamCommand(question), { abortSignal: abort.signal })
    const seen: string[] = []
    const reading = (async () => {
      for await (const event of stream) {
        seen.push(event.contentBlockDelta?.delta?.text ?? '')
        if (seen.at(-1) === 'one') setTimeout(() => abort.abort(), 50)
      }
    })()
    await reading.catch(() => undefined)
    client.destroy()
    expect(seen.join('')).toBe('one')
    await expect.poll(() => emulator.requests[0]?.outcome).toBe('broken-off')
  })

  test('a fault counts its deltas, and breaks a shorter reply before its messageStop', async () => {
    const none = await streamUnder({ kind: 'no-message-stop', afterDeltas: 0 }, protocol)
    const both = await streamUnder({ kind: 'no-message-stop', afterDeltas: 99 }, protocol)
    expect([textOf(none.events), textOf(both.events), isWhole(both)]).toEqual(['', 'onetwo', false])
  })

  test('Converse waits for the faults that fit it and leaves the others', async () => {
    const client = sdkClient(emulator.address, protocol, { maxAttempts: 1 })
    emulator.fault({ kind: 'no-metadata' })
    emulator.fault({ kind: 'http-error', error: 'ThrottlingException', operation: 'Converse' })
    await expect(client.send(new ConverseCommand(question))).rejects.toMatchObject({ name: 'ThrottlingException' })
    const { events } = await streamAll(client)
    client.destroy()
    expect(events.at(-1)?.metadata).toBeUndefined()
  })
})

test('a connection cut in mid-stream ends HTTP/2 silently and HTTP/1.1 with an error', async () => {
  const silent = await streamUnder({ kind: 'cut-connection' }, 'h2')
  const loud = await streamUnder({ kind: 'cut-connection' }, 'http/1.1')
  expect([textOf(silent.events), isWhole(silent), silent.error]).toEqual(['one', false, undefined])
  expect([textOf(loud.events), isWhole(loud)]).toEqual(['one', false])
  expect(loud.error).toMatchObject({ code: 'ECONNRESET' })
})

test('a stream reset over HTTP/2 is thrown by the iterator', async () => {
  const answer = await streamUnder({ kind: 'reset-stream' }, 'h2')
  expect(answer.error).toMatchObject({ code: 'ERR_HTTP2_STREAM_ERROR' })
})

test.each([
  ['ModelErrorException', { originalStatusCode: 500, resourceName: 'model' }],
  ['ModelStreamErrorException', { originalStatusCode: 500, originalMessage: 'Broke.' }],
] as const)('%s tells what the model answered', async (error, told) => {
  const failing = streamUnder({ kind: 'http-error', error, message: 'Broke.' }, 'h2')
  await expect(failing).rejects.toMatchObject({ message: 'Broke.', ...told })
})

test('a retry-after is sent as the service sends it', async () => {
  emulator.fault({ kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 7 })
  const response = await fetch(`${emulator.address}/model/x/converse`, {
    method: 'POST',
    headers: { authorization: 'Bearer key' },
  })
  expect([response.status, response.headers.get('retry-after'), response.headers.get('x-amzn-errortype')]).toEqual([
    429,
    '7',
    'ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/',
  ])
})
