import { connect } from 'node:http2'
import type { ClientHttp2Session } from 'node:http2'

import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime'
import { fromHttp } from '@aws-sdk/credential-providers'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator } from './emulator.ts'
import type { Emulator } from './emulator.ts'
import { modelId, protocols, question, sdkClient, streamAll, textOf } from './sdk-client.fixture.ts'
import type { Protocol } from './sdk-client.fixture.ts'

let emulator: Emulator
const opened: { destroy(): void }[] = []

beforeAll(async () => {
  emulator = await startEmulator()
})

afterEach(() => {
  for (const each of opened.splice(0)) each.destroy()
  emulator.reset()
})

afterAll(() => emulator.close())

function open(protocol: Protocol, config?: Partial<BedrockRuntimeClientConfig>): BedrockRuntimeClient {
  const client = sdkClient(emulator.address, protocol, config)
  opened.push(client)
  return client
}

/** The SDK gives every stream a session of its own over HTTP/2, so a warm one is opened by hand. */
function openSession(): ClientHttp2Session {
  const session = connect(emulator.address)
  opened.push(session)
  return session
}

/** The status, once the answer is whole. */
async function request(session: ClientHttp2Session, method: string, path: string): Promise<unknown> {
  const stream = session.request({ ':method': method, ':path': path, authorization: 'Bearer key' })
  const status = new Promise((resolve, reject) => {
    stream.on('response', (headers) => resolve(headers[':status']))
    stream.on('error', reject)
  })
  if (method === 'POST') stream.end(JSON.stringify({ messages: question.messages }))
  stream.resume()
  await new Promise((resolve) => stream.once('close', resolve))
  return status
}

const warmRequest: Readonly<Record<Protocol, () => () => Promise<unknown>>> = {
  'http/1.1': () => {
    const client = open('http/1.1')
    return () => streamAll(client)
  },
  h2: () => {
    const session = openSession()
    return () => request(session, 'POST', `/model/${modelId}/converse-stream`)
  },
}

/** Longer than any test: what waits for it has not happened. */
const endlessMs = 600_000

describe.each(protocols)('over %s', (protocol) => {
  test.each(['connectionDelayMs', 'tlsDelayMs'])('%s holds up a new connection and no open one', async (setting) => {
    const askWarm = warmRequest[protocol]()
    await askWarm()
    emulator.configure({ [setting]: endlessMs })
    const abort = new AbortController()
    const cold = open(protocol).send(new ConverseCommand(question), { abortSignal: abort.signal })
    await expect.poll(() => emulator.connectionCount).toBe(2)
    await askWarm()
    expect([emulator.requests.length, emulator.connectionCount]).toEqual([2, 2])
    abort.abort()
    await expect(cold).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('a connection that waited its time is served', async () => {
    emulator.configure({ connectionDelayMs: 10, tlsDelayMs: 10 })
    emulator.script([{ text: 'late but whole' }])
    expect(textOf((await streamAll(open(protocol))).events)).toBe('late but whole')
  })

  test('the latency of a region holds up what is signed for it, refusals too', async () => {
    emulator.configure({ regionLatencyMs: { 'us-east-1': endlessMs } })
    const abort = new AbortController()
    const far = open(protocol)
    const slow = [question, { ...question, modelId: 'unknown' }].map((input) =>
      far.send(new ConverseCommand(input), { abortSignal: abort.signal }),
    )
    await expect.poll(() => emulator.requests.length).toBe(2)
    await streamAll(open(protocol, { region: 'eu-west-1' }))
    await expect
      .poll(() => emulator.requests.map(({ region, outcome }) => [region, outcome]))
      .toEqual([
        ['us-east-1', 'open'],
        ['us-east-1', 'open'],
        ['eu-west-1', 'completed'],
      ])
    abort.abort()
    expect((await Promise.allSettled(slow)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('a fault of a region leaves the others alone', async () => {
    emulator.fault({ kind: 'http-error', error: 'ServiceUnavailableException', region: 'us-east-1', times: 3 })
    const failing = streamAll(open(protocol))
    const { events } = await streamAll(open(protocol, { region: 'us-west-2' }))
    expect(events.at(-1)?.metadata).toBeDefined()
    await expect(failing).rejects.toMatchObject({ name: 'ServiceUnavailableException' })
  })
})

describe('a probe is answered without credentials and is no request', () => {
  const probes = [
    ['GET', '/ping', 200],
    ['HEAD', '/', 403],
  ] as const

  test.each(probes)('%s %s over HTTP/1.1: %i', async (method, path, status) => {
    expect((await fetch(emulator.address + path, { method })).status).toBe(status)
    expect(emulator.requests).toEqual([])
  })

  test.each(probes)('%s %s over HTTP/2: %i', async (method, path, status) => {
    expect(await request(openSession(), method, path)).toBe(status)
    expect([emulator.requests, emulator.connectionCount]).toEqual([[], 1])
  })
})

test('plays the credential endpoint of a container, after a while if told to', async () => {
  const awsContainerCredentialsFullUri = `${emulator.address}/_emulator/credentials`
  expect(await fromHttp({ awsContainerCredentialsFullUri, maxRetries: 0 })()).toMatchObject({
    accessKeyId: 'ASIAEMULATEDEXAMPLE0',
    sessionToken: 'emulated-session-token',
    expiration: expect.any(Date),
  })
  emulator.configure({ credentialsDelayMs: endlessMs })
  const abort = new AbortController()
  const waiting = fetch(awsContainerCredentialsFullUri, { signal: abort.signal })
  await streamAll(open('h2'))
  abort.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
})
