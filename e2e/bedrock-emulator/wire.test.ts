import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

import { EventStreamCodec } from '@smithy/core/event-streams'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { startEmulator } from './emulator.ts'
import type { Emulator } from './emulator.ts'
import { modelId, question } from './sdk-client.fixture.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(() => emulator.close())

test('every payload carries padding of varying length, which the SDK hides from its users', async () => {
  emulator.script([{ burst: { deltas: 50 } }])
  const response = await fetch(`${emulator.address}/model/${modelId}/converse-stream`, {
    method: 'POST',
    headers: { authorization: 'Bearer key' },
    body: JSON.stringify({ messages: question.messages }),
  })
  expect(response.headers.get('content-type')).toBe('application/vnd.amazon.eventstream')
  const payloads = decodeFrames(Buffer.from(await response.arrayBuffer()))
  const lengths = payloads.map((payload) => payload.p.length)
  expect(payloads).toHaveLength(54)
  expect(Math.min(...lengths)).toBeGreaterThan(0)
  expect(new Set(lengths).size).toBeGreaterThan(1)
})

const http1Request = '/_emulator/requests HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
const settingsFrameType = '\x04'
const emptySettingsFrame = `\0\0\0${settingsFrameType}\0\0\0\0\0`

test.each([
  ['HTTP/1.1', ['G', 'E', 'T ', http1Request], 0, 'HTTP/1.1 200'],
  ['HTTP/2', ['P', 'R', 'I', ` * HTTP/2.0\r\n\r\nSM\r\n\r\n${emptySettingsFrame}`], 3, settingsFrameType],
])('knows %s also when its first bytes come one by one', async (_, pieces, start, expected) => {
  const socket = await openSocket()
  for (const piece of pieces) {
    socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const [answer] = await once(socket, 'data')
  socket.destroy()
  expect((answer as Buffer).toString('latin1', start, start + expected.length)).toBe(expected)
})

test.each(['//', '/%', '/model/%zz/converse', '/model/a/b/converse', '/model/a/constructor', '/nothing'])(
  'answers 404 to %s, which names no operation',
  async (path) => {
    const response = await fetch(`${emulator.address}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer key' },
    })
    expect(response.status).toBe(404)
  },
)

test('takes a client that leaves while it still sends as an ordinary end', async () => {
  const ownFaults = vi.spyOn(console, 'error')
  const socket = await openSocket()
  socket.write(`POST /model/${modelId}/converse HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"mess`)
  await new Promise((resolve) => setTimeout(resolve, 20))
  socket.destroy()
  await once(socket, 'close')
  const response = await fetch(`${emulator.address}/_emulator/requests`)
  expect(response.status).toBe(200)
  expect(ownFaults).not.toHaveBeenCalled()
  ownFaults.mockRestore()
})

async function openSocket(): Promise<Socket> {
  const { port, hostname } = new URL(emulator.address)
  const socket = connect({ port: Number(port), host: hostname, noDelay: true })
  await once(socket, 'connect')
  return socket
}

function decodeFrames(bytes: Buffer): { readonly p: string }[] {
  const codec = new EventStreamCodec(
    (utf8) => Buffer.from(utf8).toString('utf8'),
    (text) => Buffer.from(text, 'utf8'),
  )
  const payloads = []
  for (let offset = 0; offset < bytes.length; offset += bytes.readUInt32BE(offset)) {
    const { body } = codec.decode(bytes.subarray(offset, offset + bytes.readUInt32BE(offset)))
    payloads.push(JSON.parse(Buffer.from(body).toString('utf8')) as { readonly p: string })
  }
  return payloads
}
