import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { modelId, sdkClient, streamAll, textOf } from './sdk-client.fixture.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function start(...options: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
}

let emulator: ReturnType<typeof start>
let address: string

beforeAll(async () => {
  emulator = start('--port', '0')
  const [line] = await once(createInterface(emulator.stdout), 'line')
  address = (JSON.parse(String(line)) as { address: string }).address
})

afterEach(() => post('reset'))

afterAll(async () => {
  emulator.kill()
  await once(emulator, 'exit')
})

async function post(action: string, body?: unknown): Promise<[number, unknown]> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${address}/_emulator/${action}`, { method: 'POST', ...init })
  const text = await response.text()
  return [response.status, text === '' ? undefined : JSON.parse(text)]
}

async function ask(): Promise<string> {
  const client = sdkClient(address, 'h2')
  try {
    return textOf((await streamAll(client)).events)
  } finally {
    client.destroy()
  }
}

test('a process of its own takes scripts, faults and settings over HTTP and gives back what it received', async () => {
  await post('script', [[{ text: 'one' }], [{ text: 'two' }]])
  await post('default-reply', [{ text: 'default' }])
  await post('fault', { kind: 'http-error', error: 'InternalServerException', times: 1 })
  expect([await ask(), await ask(), await ask()]).toEqual(['one', 'two', 'default'])

  await post('configure', { credentials: 'expired' })
  await expect(ask()).rejects.toMatchObject({ name: 'ExpiredTokenException' })

  const requests: unknown = await (await fetch(`${address}/_emulator/requests`)).json()
  expect(requests).toHaveLength(5)
  expect(requests).toMatchObject(
    Array.from({ length: 5 }, () => ({ modelId, protocol: 'h2', outcome: 'completed', operation: 'ConverseStream' })),
  )

  await post('reset')
  expect(await ask()).toContain('This is the Bedrock emulator')
})

test('time, cache, guardrails and connections are moved and read over HTTP', async () => {
  await post('clock', { stopped: true })
  await post('guardrails', [{ id: 'gr1', deniedWords: ['merger'] }])
  const cached = [{ text: 'word '.repeat(600) }, { cachePoint: { type: 'default' as const } }]
  const client = sdkClient(address, 'http/1.1')
  const reads = async (): Promise<unknown> => {
    const { events } = await streamAll(client, { modelId, messages: [{ role: 'user', content: cached }] })
    return events.at(-1)?.metadata?.usage?.cacheReadInputTokens
  }
  expect(await reads()).toBe(0)
  await post('clock', { advanceMs: 299_999 })
  expect(await reads()).toBeGreaterThan(0)
  await post('clock', { advanceMs: 300_000 })
  expect(await reads()).toBe(0)
  await post('clear-cache')
  expect(await reads()).toBe(0)
  await post('configure', { reportsCache: false })
  expect(await reads()).toBeUndefined()

  const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: 'DRAFT' }
  const question = { modelId, guardrailConfig, messages: [{ role: 'user' as const, content: [{ text: 'Merger?' }] }] }
  expect(textOf((await streamAll(client, question)).events)).toBe('Sorry, the model cannot answer this question.')
  client.destroy()
  expect(await (await fetch(`${address}/_emulator/connections`)).json()).toEqual({ opened: expect.any(Number) })
})

test('a text goes no further than it is held, until it is released', async () => {
  await post('script', [{ text: 'first second', chunkSize: 6, heldAfter: 1 }])
  const client = sdkClient(address, 'h2')
  const { stream = [] } = await client.send(
    new ConverseStreamCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'Go on' }] }] }),
  )
  const seen: string[] = []
  for await (const { contentBlockDelta } of stream) {
    if (contentBlockDelta?.delta?.text === undefined) continue
    seen.push(contentBlockDelta.delta.text)
    const requests = (await (await fetch(`${address}/_emulator/requests`)).json()) as { outcome: string }[]
    if (seen.length === 1) expect(requests[0]?.outcome).toBe('open')
    await post('release')
  }
  client.destroy()
  expect(seen).toEqual(['first ', 'second'])
})

test.each([
  ['script', {}, 'A reply must be a list of steps.'],
  ['script', [{ txet: 'a' }], 'Step 1 must be an object with one of: text, reasoning'],
  ['script', [{ text: 'a' }, { text: 1 }], 'Step 2 has no usable “text”.'],
  ['script', [{ text: 'a', heldAfter: 0 }], 'Step 1 has no usable “heldAfter”.'],
  ['script', [{ toolUse: { input: {} } }], 'Step 1, toolUse, has no usable “name”.'],
  ['script', [{ stopReason: 'tired' }], 'Step 1 has no usable “stopReason”.'],
  ['fault', { kind: 'earthquake' }, 'A fault needs a “kind”: http-error'],
  ['fault', { kind: 'http-error', error: 'Oops' }, 'The fault has no usable “error”.'],
  ['fault', { kind: 'stall', afterDelta: 1 }, 'The fault has an unknown field “afterDelta”.'],
  ['fault', { kind: 'stall', times: 0 }, 'The fault has no usable “times”.'],
  ['configure', { perDeltaDelayMs: -1 }, 'A settings object has no usable “perDeltaDelayMs”.'],
  ['script', [{ usage: { cacheDetails: [{ ttl: '2h', inputTokens: 1 }] } }], 'no usable “cacheDetails”'],
  ['configure', { regionLatencyMs: { 'us-east-1': -1 } }, 'A settings object has no usable “regionLatencyMs”.'],
  ['configure', { tokensPerMinute: { '*': 0 } }, 'A settings object has no usable “tokensPerMinute”.'],
  ['configure', { reportsCache: 1 }, 'A settings object has no usable “reportsCache”.'],
  ['clock', { advanceMs: -1 }, 'A move of the clock has no usable “advanceMs”.'],
  ['guardrails', {}, 'Guardrails must be a list.'],
  ['guardrails', [{ id: 'No' }], 'Guardrail 1 has no usable “id”.'],
  ['guardrails', [{ id: 'a', patterns: [{ name: 'x', pattern: '(', action: 'BLOCK' }] }], 'no usable “pattern”'],
  ['default-reply', 'hello', 'A reply must be a list of steps.'],
])('%s refuses %j and says why', async (action, body, message) => {
  expect(await post(action, body)).toEqual([400, { message: expect.stringContaining(message) }])
})

test('a control that does not exist is a 404', async () => {
  expect(await post('explode')).toEqual([404, { message: 'There is no POST /_emulator/explode.' }])
})

test('the program says how it is used', async () => {
  const program = start('--help')
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(program, 'close')
  expect([code, said]).toEqual([0, expect.stringContaining('--port N')])
})

test.each([
  ['a port in use', () => ['--port', new URL(address).port], 'that port is in use'],
  ['a port that is none', () => ['--port', 'http'], '“http” is not a port between 0 and 65535.'],
  ['an option it does not know', () => ['--prot', '1'], "Unknown option '--prot'"],
])('the program refuses %s in one sentence and with code 2', async (_, options, message) => {
  const program = start(...options())
  let said = ''
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(program, 'close')
  expect([code, said]).toEqual([2, expect.stringContaining(message)])
  expect(said).not.toContain('    at ')
})
