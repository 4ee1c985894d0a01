import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createGuardedFetch } from './create-guarded-fetch.ts'
import type { GuardedFetchOptions } from './guarded-fetch.ts'
import type { Dial } from './send-request.ts'

const publicAddress = '93.184.216.34'
const servers: Server[] = []

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

/** A real server, a resolver that says it is public, and a dialer that knows better. Everything asked of them is kept. */
async function serve(answer: Answer, answers: Readonly<Record<string, readonly string[][]>> = {}) {
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error: Error) => response.destroy(error))
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const lookups: string[] = []
  const dials: string[] = []
  const dial: Dial = async (address, asked) => {
    dials.push(`${address}:${asked}`)
    const socket = connect({ host: '127.0.0.1', port })
    await once(socket, 'connect')
    return socket
  }
  const lookup = async (hostname: string) => {
    const nth = lookups.filter((name) => name === hostname).length
    lookups.push(hostname)
    return answers[hostname]?.[nth] ?? [publicAddress]
  }
  return { lookup, dial, lookups, dials }
}

function options(more: Partial<GuardedFetchOptions> = {}): GuardedFetchOptions {
  return { method: 'GET', signal: new AbortController().signal, maxBytes: 1_000_000, ...more }
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

test('sends method, path, headers and body under the name, and answers with what came back', async () => {
  const net = await serve(async (request, response) => {
    const { host, 'x-mine': mine } = request.headers
    response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
    response.end(JSON.stringify({ method: request.method, url: request.url, host, mine, body: await readAll(request) }))
  })
  const response = await createGuardedFetch(net)(
    'http://api.example:8080/things?a=b#part',
    options({ method: 'post', headers: { 'X-Mine': 'yes' }, body: 'grüße' }),
  )
  expect({ ...response, headers: response.headers['set-cookie'], body: JSON.parse(response.body.toString()) }).toEqual({
    status: 201,
    headers: 'a=1, b=2',
    finalUrl: 'http://api.example:8080/things?a=b',
    isTruncated: false,
    body: { method: 'POST', url: '/things?a=b', host: 'api.example:8080', mine: 'yes', body: 'grüße' },
  })
  expect(net.dials).toEqual([`${publicAddress}:8080`])
})

test.each([
  ['http://127.0.0.1/', 'loopback'],
  ['http://[::1]/', 'IPv6 loopback'],
  ['http://2130706433/', 'a decimal host'],
  ['http://0177.0.0.1/', 'an octal host'],
  ['http://0x7f.1/', 'a hexadecimal host'],
  ['http://[::ffff:169.254.169.254]/', 'a mapped metadata address'],
  ['http://169.254.169.254/latest/meta-data/', 'the metadata address'],
  ['http://168.63.129.16/machine', 'the other metadata address'],
  ['http://①②⑦.0.0.1/', 'digits in disguise'],
  ['ftp://example.com/', 'another scheme'],
  ['file:///etc/passwd', 'a file'],
  ['http://user:secret@example.com/', 'credentials'],
  ['http://example.com:25/', 'a mail port'],
  ['not an address', 'nonsense'],
])('refuses %s (%s) without dialling', async (url) => {
  const net = await serve((_request, response) => response.end())
  await expect(createGuardedFetch(net)(url, options())).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' })
  expect(net.dials).toEqual([])
})

test('refuses a name when any one of its addresses is private', async () => {
  const net = await serve((_request, response) => response.end(), {
    'mixed.example': [[publicAddress, '10.0.0.5']],
    'localhost.': [['127.0.0.1']],
  })
  const guardedFetch = createGuardedFetch(net)
  await expect(guardedFetch('http://mixed.example/', options())).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' })
  await expect(guardedFetch('http://localhost./', options())).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' })
  expect(net.dials).toEqual([])
})

test('looks a name up once and dials that answer, so a name that changes its mind gains nothing', async () => {
  const net = await serve((_request, response) => response.end('ok'), {
    'rebinding.example': [['93.184.216.34'], ['127.0.0.1']],
  })
  const guardedFetch = createGuardedFetch(net)
  expect((await guardedFetch('http://rebinding.example/', options())).body.toString()).toBe('ok')
  expect([net.lookups, net.dials]).toEqual([['rebinding.example'], ['93.184.216.34:80']])
  await expect(guardedFetch('http://rebinding.example/', options())).rejects.toMatchObject({
    code: 'ADDRESS_NOT_ALLOWED',
  })
})

test.each(['http://127.0.0.1/admin', 'http://inside.example/', 'http://169.254.169.254/', 'file:///etc/passwd'])(
  'does not follow a redirect to %s',
  async (location) => {
    const net = await serve((_request, response) => response.writeHead(302, { location }).end(), {
      'inside.example': [['192.168.0.9']],
    })
    await expect(createGuardedFetch(net)('http://open.example/', options())).rejects.toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
    })
    expect(net.dials).toHaveLength(1)
  },
)

test('follows a redirect on the same site with its headers, and to another without any that could be secret', async () => {
  const seen: unknown[] = []
  const net = await serve((request, response) => {
    const { authorization, cookie, 'x-api-key': key, accept } = request.headers
    seen.push({ authorization, cookie, key, accept })
    const location = { '/1': '/2', '/2': 'http://other.example/3' }[request.url ?? '']
    if (location === undefined) response.end('arrived')
    else response.writeHead(307, { location }).end()
  })
  const headers = { Authorization: 'Bearer t', Cookie: 'c', 'X-Api-Key': 'k', Accept: '*/*' }
  const response = await createGuardedFetch(net)('http://one.example/1', options({ headers }))
  expect([response.finalUrl, response.body.toString()]).toEqual(['http://other.example/3', 'arrived'])
  const all = { authorization: 'Bearer t', cookie: 'c', key: 'k', accept: '*/*' }
  expect(seen).toEqual([all, all, { accept: '*/*' }])
})

test('turns a POST into a GET without its body on 303, and repeats it on 307', async () => {
  const seen: unknown[] = []
  const net = await serve(async (request, response) => {
    seen.push([request.method, request.url, request.headers['content-type'], await readAll(request)])
    if (request.url === '/see') response.writeHead(303, { location: '/done' })
    if (request.url === '/again') response.writeHead(307, { location: '/done' })
    response.end()
  })
  const guardedFetch = createGuardedFetch(net)
  const post = options({ method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })
  await guardedFetch('http://a.example/see', post)
  await guardedFetch('http://a.example/again', post)
  expect(seen).toEqual([
    ['POST', '/see', 'text/plain', 'x'],
    ['GET', '/done', undefined, ''],
    ['POST', '/again', 'text/plain', 'x'],
    ['POST', '/done', 'text/plain', 'x'],
  ])
})

test.each(['POST', 'DELETE'])('does not repeat a %s at another site', async (method) => {
  const net = await serve((_request, response) => response.writeHead(307, { location: 'http://b.example/' }).end())
  await expect(createGuardedFetch(net)('http://a.example/', options({ method, body: 'x' }))).rejects.toMatchObject({
    code: 'ADDRESS_NOT_ALLOWED',
  })
  expect(net.dials).toHaveLength(1)
})

test('gives up on an endless redirect', async () => {
  const net = await serve((_request, response) => response.writeHead(302, { location: '/' }).end())
  await expect(createGuardedFetch(net)('http://loop.example/', options({ maxRedirects: 3 }))).rejects.toMatchObject({
    code: 'HOST_UNREACHABLE',
  })
  expect(net.dials).toHaveLength(4)
})

const bomb = Buffer.alloc(64_000_000)
test.each([
  ['gzip', gzipSync(bomb)],
  ['br', brotliCompressSync(bomb.subarray(0, 8_000_000))],
  ['zstd', zstdCompressSync(bomb)],
])('unpacks a %s bomb up to the limit and no further', async (encoding, packed) => {
  const net = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(packed)
  })
  const before = process.memoryUsage().arrayBuffers
  const response = await createGuardedFetch(net)('http://bomb.example/', options({ maxBytes: 100_000 }))
  expect([response.body.length, response.isTruncated]).toEqual([100_000, true])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000)
})

test('reads a body of exactly the limit whole', async () => {
  const net = await serve((_request, response) => response.end('x'.repeat(1000)))
  const response = await createGuardedFetch(net)('http://a.example/', options({ maxBytes: 1000 }))
  expect([response.body.length, response.isTruncated]).toEqual([1000, false])
})

test('stops reading an endless body at the limit', async () => {
  const net = await serve((_request, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
    }
    response.on('drain', more)
    more()
  })
  const response = await createGuardedFetch(net)('http://endless.example/', options({ maxBytes: 200_000 }))
  expect([response.body.length, response.isTruncated]).toEqual([200_000, true])
})

test('is cancelled in the middle of a slow body, and the connection is closed', async () => {
  const stop = new AbortController()
  const closed = Promise.withResolvers<void>()
  const net = await serve((_request, response) => {
    response.write('first')
    response.on('close', () => closed.resolve())
    setTimeout(() => stop.abort(), 20)
  })
  await expect(createGuardedFetch(net)('http://slow.example/', options({ signal: stop.signal }))).rejects.toMatchObject(
    {
      code: 'CANCELLED',
    },
  )
  await closed.promise
})

test('gives up on a host that never finishes', async () => {
  const net = await serve((_request, response) => {
    response.write('first')
  })
  await expect(createGuardedFetch({ ...net, timeoutMs: 100 })('http://slow.example/', options())).rejects.toMatchObject(
    { code: 'HOST_UNREACHABLE', message: 'slow.example did not finish within 0.1 seconds.' },
  )
})

test('is cancelled while a look-up hangs, and never starts when already cancelled', async () => {
  const net = await serve((_request, response) => response.end())
  const stop = new AbortController()
  const hanging = createGuardedFetch({
    ...net,
    lookup: async () => {
      setTimeout(() => stop.abort(), 10)
      return new Promise<string[]>(() => {})
    },
  })
  await expect(hanging('http://a.example/', options({ signal: stop.signal }))).rejects.toMatchObject({
    code: 'CANCELLED',
  })
  await expect(
    createGuardedFetch(net)('http://a.example/', options({ signal: AbortSignal.abort() })),
  ).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(net.dials).toEqual([])
})

test.each([
  ['broken gzip', (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no')],
  ['an unknown encoding', (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'x' }).end('no')],
  [
    'a body cut short',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('part')
      setTimeout(() => response.destroy(), 10)
    },
  ],
  [
    'a packed body cut short',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '9000' })
      response.write(gzipSync('x'.repeat(5000)).subarray(0, 20))
      setTimeout(() => response.destroy(), 10)
    },
  ],
])('says the host could not be read on %s', async (_what, answer) => {
  const net = await serve((_request, response) => {
    answer(response)
  })
  await expect(createGuardedFetch(net)('http://broken.example/', options())).rejects.toMatchObject({
    code: 'HOST_UNREACHABLE',
  })
})

test('tries the next address when one does not answer', async () => {
  const net = await serve((_request, response) => response.end('second'), {
    'two.example': [['1.1.1.1', publicAddress]],
  })
  const dial: Dial = async (address, port, signal) => {
    if (address === '1.1.1.1') throw new Error('refused')
    return net.dial(address, port, signal)
  }
  expect((await createGuardedFetch({ ...net, dial })('http://two.example/', options())).body.toString()).toBe('second')
})

test.each(['Host', 'content-length', 'Transfer-Encoding', 'Proxy-Authorization', 'Connection'])(
  'does not let a caller set %s',
  async (name) => {
    const net = await serve((_request, response) => response.end())
    await expect(
      createGuardedFetch(net)('http://a.example/', options({ headers: { [name]: '1' } })),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    expect(net.dials).toEqual([])
  },
)

test.each([{ 'x-a': 'b\r\nx-injected: 1' }, { 'bad name': '1' }])(
  'refuses headers that are not headers: %j',
  async (headers) => {
    const net = await serve((_request, response) => response.end())
    await expect(createGuardedFetch(net)('http://a.example/', options({ headers }))).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    })
  },
)

test('answers a HEAD and a 204 with an empty body, even when they name an encoding', async () => {
  const net = await serve((request, response) => {
    response.writeHead(request.method === 'HEAD' ? 200 : 204, { 'content-encoding': 'gzip' }).end()
  })
  const guardedFetch = createGuardedFetch(net)
  const head = await guardedFetch('http://a.example/', options({ method: 'HEAD' }))
  const none = await guardedFetch('http://a.example/', options())
  expect([head.status, head.body.length, none.status, none.body.length]).toEqual([200, 0, 204, 0])
})

test('with its real resolver and dialer, refuses this machine by name', async () => {
  await expect(createGuardedFetch()('http://localhost:8080/', options())).rejects.toMatchObject({
    code: 'ADDRESS_NOT_ALLOWED',
  })
})
