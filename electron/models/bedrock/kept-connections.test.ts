import { execFile } from 'node:child_process'
import { constants, type ServerHttp2Stream } from 'node:http2'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { HttpRequest } from '@smithy/core/transport'
import { afterEach, describe, expect, test } from 'vitest'
import { startH2Server, type H2Server, type OnStream } from './h2-server.test-server.ts'
import { keepConnections, type KeptConnections } from './kept-connections.ts'

let server: H2Server
let connections: KeptConnections
afterEach(async () => {
  connections.close()
  await server.close()
})

describe('one connection', () => {
  test('carries many answers at once, and the next', async () => {
    await start()
    const answers = await Promise.all(['/a', '/b', '/c'].map((path) => ask(path)))
    answers.push(await ask('/d?x=1'))
    expect(answers).toEqual(['/a', '/b', '/c', '/d?x=1'])
    expect(server.connections()).toBe(1)
  })

  test('is the one that was opened ahead, by however many', async () => {
    await start()
    await Promise.all([connections.open(requestFor('/')), connections.open(requestFor('/'))])
    expect(connections.isOpen()).toBe(true)
    await ask('/')
    expect([server.connections(), server.requests()]).toEqual([1, 1])
  })

  test('gets company when the other side allows no more streams on it', async () => {
    const held: ServerHttp2Stream[] = []
    await start((stream) => held.push(stream), { maxConcurrentStreams: 1 })
    await connections.open(requestFor('/'))
    const both = Promise.all([ask('/a'), ask('/b')])
    await until(() => held.length === 2)
    for (const stream of held) respond(stream, 'ok')
    expect(await both).toEqual(['ok', 'ok'])
    const third = ask('/c')
    await until(() => held.length === 3)
    respond(held[2], 'ok')
    await third
    expect(server.connections()).toBe(2)
  })

  test('is not held up by an answer that nobody reads', async () => {
    await start((stream, path) => respond(stream, path === '/long' ? 'x'.repeat(1_000_000) : path))
    await connections.handle(requestFor('/long'))
    expect(await ask('/short')).toBe('/short')
    expect(server.connections()).toBe(1)
  })

  test('does not keep a program from ending', async () => {
    await start()
    const program = `
      import { HttpRequest } from '@smithy/core/transport'
      import { keepConnections } from ${JSON.stringify(new URL('kept-connections.ts', import.meta.url).pathname)}
      const { response } = await keepConnections().handle(new HttpRequest(${JSON.stringify(requestFor('/'))}))
      for await (const chunk of response.body) process.stdout.write(chunk)`
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program])
    expect(stdout).toBe('/')
  })
})

describe('stopping one answer', () => {
  test('frees its stream and leaves the others alone', async () => {
    const held = new Map<string, ServerHttp2Stream>()
    await start((stream, path) => held.set(path, stream))
    const controller = new AbortController()
    const stopped = connections.handle(requestFor('/a'), { abortSignal: controller.signal })
    const other = ask('/b')
    await until(() => held.size === 2)
    controller.abort()
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    await until(() => held.get('/a')?.rstCode === constants.NGHTTP2_CANCEL)
    respond(held.get('/b'), 'whole')
    expect(await other).toBe('whole')
    expect(server.connections()).toBe(1)
  })

  test('by the other side leaves the others alone too', async () => {
    const held = new Map<string, ServerHttp2Stream>()
    await start((stream, path) => held.set(path, stream))
    const reset = ask('/a')
    const other = ask('/b')
    await until(() => held.size === 2)
    held.get('/a')?.close(constants.NGHTTP2_INTERNAL_ERROR)
    await expect(reset).rejects.toMatchObject({ code: 'ERR_HTTP2_STREAM_ERROR' })
    respond(held.get('/b'), 'whole')
    expect(await other).toBe('whole')
    expect([server.connections(), server.requests()]).toEqual([1, 2])
  })

  test('before it is sent sends nothing', async () => {
    await start()
    const stopped = connections.handle(requestFor('/'), { abortSignal: AbortSignal.abort() })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(server.connections()).toBe(0)
  })
})

describe('a connection that is gone', () => {
  test.each([
    ['cut just now', () => Promise.resolve()],
    ['cut a while ago', () => until(() => !connections.isOpen())],
  ])('%s is replaced, and no request fails', async (_, noticed) => {
    await start()
    await ask('/')
    server.cut()
    await noticed()
    expect(await Promise.all([ask('/a'), ask('/b')])).toEqual(['/a', '/b'])
  })

  test('silently is noticed by a request, which goes out on another', async () => {
    await start(undefined, {}, { answerWithinMs: 100 })
    await ask('/')
    server.freeze()
    expect(await ask('/a')).toBe('/a')
    expect([server.connections(), server.requests()]).toEqual([2, 2])
  })

  test('silently is noticed without a request', async () => {
    await start(undefined, {}, { pingEveryMs: 20, answerWithinMs: 40 })
    await ask('/')
    server.freeze()
    await until(() => !connections.isOpen())
  })

  test('silently in the middle of an answer ends it', async () => {
    await start(
      (stream) => {
        stream.respond({ ':status': 200 })
        stream.write('half')
      },
      {},
      { pingEveryMs: 20, answerWithinMs: 40 },
    )
    const { response } = await connections.handle(requestFor('/'))
    server.freeze()
    await read(response.body).catch(() => undefined)
    expect(connections.isOpen()).toBe(false)
  })

  test('since the computer slept is not used', async () => {
    await start(undefined, {}, { pingEveryMs: 60_000, answerWithinMs: 60_000 })
    await ask('/')
    const now = Date.now
    Date.now = () => now() + 3_600_000
    try {
      expect(connections.isOpen()).toBe(false)
      await ask('/')
    } finally {
      Date.now = now
    }
    expect(server.connections()).toBe(2)
  })

  test('because the other side goes away is replaced; what it did not look at goes out again', async () => {
    let hasGone = false
    await start((stream, path) => {
      if (path !== '/unseen' || hasGone) return respond(stream, path)
      hasGone = true
      // Everything after the first request is not looked at.
      stream.session?.goaway(constants.NGHTTP2_NO_ERROR, 1)
    })
    await ask('/')
    expect(await ask('/unseen')).toBe('/unseen')
    expect(server.connections()).toBe(2)
  })

  test('lets answers under way end when the other side goes away', async () => {
    let held: ServerHttp2Stream | undefined
    await start((stream, path) => (path === '/held' ? (held = stream) : respond(stream, path)))
    const answer = ask('/held')
    await until(() => held !== undefined)
    server.sessions()[0]?.close()
    await until(() => !connections.isOpen())
    expect(await ask('/next')).toBe('/next')
    respond(held, 'whole')
    expect(await answer).toBe('whole')
  })
})

describe('a request', () => {
  test('that was refused unread goes out once more', async () => {
    let isRefusing = true
    await start((stream, path) => {
      if (path === '/' || !isRefusing) return respond(stream, path)
      isRefusing = false
      stream.close(constants.NGHTTP2_REFUSED_STREAM)
    })
    await ask('/')
    expect(await ask('/again')).toBe('/again')
    expect(server.requests()).toBe(3)
  })

  test('that may have been read is never sent twice', async () => {
    await start((stream, path) => {
      if (path === '/') return respond(stream, path)
      // The PING sent with it is answered first.
      setTimeout(() => server.cut(), 50)
    })
    await ask('/')
    await expect(ask('/costly')).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(server.requests()).toBe(2)
  })

  test('to nobody says what the system said', async () => {
    await start()
    const nobody = requestFor('/', { port: 9 })
    await expect(connections.handle(nobody)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await expect(connections.open(nobody)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('over a connection that cannot be opened in time is given up', async () => {
    await start(undefined, {}, { connectWithinMs: 50 })
    const sockets: Socket[] = []
    const silent = createTcpServer((socket) => sockets.push(socket.on('error', () => undefined)))
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve)
    })
    const { port } = silent.address() as AddressInfo
    const request = requestFor('/', { protocol: 'https:', port })
    await expect(connections.handle(request)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
})

describe('closing', () => {
  test('lets answers under way end, and a later request opens anew', async () => {
    let held: ServerHttp2Stream | undefined
    await start((stream, path) => (path === '/held' ? (held = stream) : respond(stream, path)))
    const answer = ask('/held')
    await until(() => held !== undefined)
    connections.close()
    expect(connections.isOpen()).toBe(false)
    respond(held, 'whole')
    expect(await answer).toBe('whole')
    await until(() => server.sessions().length === 0)
    expect(await ask('/later')).toBe('/later')
  })

  test('happens by itself when nothing was asked for long', async () => {
    await start(undefined, {}, { pingEveryMs: 20, closeAfterMs: 30 })
    await ask('/')
    await until(() => server.sessions().length === 0)
  })
})

type Times = Parameters<typeof keepConnections>[0]
type Settings = Parameters<typeof startH2Server>[1]

const echo: OnStream = (stream, path) => respond(stream, path)

async function start(onStream: OnStream = echo, settings: Settings = {}, times: Times = {}): Promise<void> {
  server = await startH2Server(onStream, settings)
  connections = keepConnections(times)
}

function respond(stream: ServerHttp2Stream | undefined, text: string): void {
  stream?.respond({ ':status': 200 })
  stream?.end(text)
}

function requestFor(path: string, parts: { protocol?: string; port?: number } = {}): HttpRequest {
  const [pathname = '', search = ''] = path.split('?')
  return new HttpRequest({
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: server.port,
    method: 'POST',
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { 'content-type': 'application/json' },
    body: '{}',
    ...parts,
  })
}

async function ask(path: string): Promise<string> {
  const { response } = await connections.handle(requestFor(path))
  return read(response.body)
}

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
