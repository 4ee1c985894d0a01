import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import type { Connection } from './host-bridge.ts'
import { backoffMs, openSocketBridge } from './socket-bridge.ts'

type Frame = { id: string; envelope: { name: string; input: unknown } }

const servers: WebSocketServer[] = []

async function serve(port: number, onRequest: (socket: ServerSocket, frame: Frame) => void): Promise<WebSocketServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  servers.push(server)
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => onRequest(socket, JSON.parse(data.toString()) as Frame))
  })
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  return server
}

async function close(server: WebSocketServer): Promise<void> {
  for (const socket of server.clients) socket.terminate()
  await new Promise((resolve) => {
    server.close(resolve)
  })
}

const echo = (socket: ServerSocket, { id, envelope }: Frame) =>
  socket.send(JSON.stringify({ kind: 'reply', id, reply: { ok: true, value: envelope.input } }))

function address(server: WebSocketServer): { port: number; url: string } {
  const { port } = server.address() as AddressInfo
  return { port, url: `ws://127.0.0.1:${port}/socket` }
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(close))
})

describe('openSocketBridge', () => {
  it('answers each request with its own reply, asked before the line is up or after', async () => {
    const server = await serve(0, (socket, frame) => setTimeout(() => echo(socket, frame), frame.id === '1' ? 20 : 0))
    const bridge = openSocketBridge(address(server).url)
    const replies = await Promise.all([
      bridge.request({ name: 'app.info', input: 'first' }),
      bridge.request({ name: 'app.info', input: 'second' }),
    ])
    expect(replies).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ])
  })

  it('hears pushes until it unsubscribes, and survives frames it does not know', async () => {
    const server = await serve(0, (socket, frame) => {
      for (const data of ['not json', '{"kind":"other"}', '[]']) socket.send(data)
      socket.send(JSON.stringify({ kind: 'push', envelope: { name: 'grants.changed', payload: {} } }))
      echo(socket, frame)
    })
    const bridge = openSocketBridge(address(server).url)
    const heard: unknown[] = []
    const stop = bridge.onPush((envelope) => heard.push(envelope))
    await bridge.request({ name: 'app.info', input: {} })
    stop()
    await bridge.request({ name: 'app.info', input: {} })
    expect(heard).toEqual([{ name: 'grants.changed', payload: {} }])
  })

  it('fails what was under way when the line breaks, and comes back by itself', async () => {
    const silent = await serve(0, () => {})
    const { port, url } = address(silent)
    const bridge = openSocketBridge(url)
    const seen: Connection[] = []
    const isBack = new Promise<void>((resolve) => {
      bridge.onConnection((connection) => {
        seen.push(connection)
        if (connection === 'connected' && seen.includes('lost')) resolve()
      })
    })
    const connected = new Promise((resolve) => {
      silent.on('connection', resolve)
    })
    const underWay = bridge.request({ name: 'run.start', input: {} })
    await connected
    await new Promise((resolve) => setTimeout(resolve, 50))
    await close(silent)
    expect(await underWay).toMatchObject({ ok: false, error: { code: 'HOST_UNREACHABLE' } })
    await serve(port, echo)
    await isBack
    expect(await bridge.request({ name: 'app.info', input: 'again' })).toEqual({ ok: true, value: 'again' })
    expect(seen).toEqual(['connected', 'lost', 'connected'])
  })

  it('gives up waiting for a line that does not come', async () => {
    const server = await serve(0, echo)
    const { url } = address(server)
    await close(server)
    const bridge = openSocketBridge(url, 30)
    expect(await bridge.request({ name: 'app.info', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'HOST_UNREACHABLE', retryable: true },
    })
  })
})

describe('backoffMs', () => {
  it('doubles to a limit', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(backoffMs)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
  })
})
