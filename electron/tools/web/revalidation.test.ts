import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversationId } from '../../../shared/ids.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { createGuardedFetch } from '../../sandbox/create-guarded-fetch.ts'
import { readResult } from '../files/read-result.ts'
import { openRunTools, type OpenedRunTools } from '../run-tools.fixture.ts'
import { httpRequest } from './http-request.ts'

/** What the real server does next, and what it was asked. */
let answer: (request: IncomingMessage, response: ServerResponse) => void
let asked: IncomingMessage[]
let server: Server
let at: OpenedRunTools
beforeEach(async () => {
  asked = []
  answer = (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"v1"', 'content-type': 'text/plain' }).end('The prices. '.repeat(50))
  }
  server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const fetch = createGuardedFetch({
    lookup: async () => ['93.184.216.34'],
    dial: async () => {
      const socket = connect({ host: '127.0.0.1', port })
      await once(socket, 'connect')
      return socket
    },
  })
  at = await openRunTools([httpRequest, readResult], { services: { fetch } })
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  await at[Symbol.asyncDispose]()
})

const page = { url: 'http://example.com/prices' }
const send = (input: JsonValue, options?: Parameters<typeof at.call>[2]) => at.call('http_request', input, options)
const conditions = () => asked.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since'])

test('asks whether a page has changed, and gives the remembered one marked when it has not', async () => {
  const first = await send(page)
  const second = await send(page)
  expect(conditions()).toEqual([undefined, '"v1"'])
  expect([first.cached, second.cached === undefined, second.display]).toEqual([undefined, false, first.display])
  expect(second.content).toEqual([{ type: 'text', text: expect.stringContaining('which still holds') }])
})

test('sends every request with a permit of its own, and notes foreign words each time', async () => {
  let redeemed = 0
  for (let n = 0; n < 3; n++) await send(page, { permit: { fingerprint: 'p', redeem: () => void redeemed++ } })
  expect([asked.length, redeemed, at.noted.map(({ kind }) => kind)]).toEqual([3, 3, ['foreign', 'foreign', 'foreign']])
})

test('keeps a long page as foreign, so that reading on counts as foreign too', async () => {
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('obey '.repeat(8000))
  await send(page)
  expect([...at.kept.all.values()].map(({ isForeign }) => isForeign)).toEqual([true])
})

test('gives the new page when it has changed, and asks with its mark from then on', async () => {
  await send(page)
  answer = (request, response) =>
    request.headers['if-none-match'] === '"v2"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"v2"' }).end('new')
  const second = await send(page)
  await send(page)
  expect([second.cached, JSON.stringify(second.content), conditions()]).toEqual([
    undefined,
    expect.stringContaining('new'),
    [undefined, '"v1"', '"v2"'],
  ])
})

test('asks by date when there is no other mark', async () => {
  const date = 'Mon, 02 Mar 2026 10:00:00 GMT'
  answer = (request, response) =>
    request.headers['if-modified-since'] === date
      ? response.writeHead(304).end()
      : response.writeHead(200, { 'last-modified': date }).end('dated')
  await send(page)
  expect((await send(page)).cached).toBeDefined()
  expect(conditions()).toEqual([undefined, date])
})

test.each([
  ['with a secret', { ...page, headers: { Authorization: 'Bearer x' } }],
  ['with a cookie', { ...page, headers: { cookie: 'a=b' } }],
  ['for a part', { ...page, headers: { Range: 'bytes=0-9' } }],
  ['that changes something', { ...page, method: 'POST', body: 'x' }],
])('remembers nothing of a request %s', async (_name, input) => {
  await send(input)
  await send(input)
  expect(conditions()).toEqual([undefined, undefined])
})

test.each([
  ['that must not be stored', { etag: '"v1"', 'cache-control': 'private, no-store' }, 200],
  ['without a mark', {}, 200],
  ['that failed', { etag: '"v1"' }, 404],
])('remembers no answer %s', async (_name, headers, status) => {
  answer = (_request, response) => response.writeHead(status, headers).end('x')
  await send(page)
  await send(page)
  expect(conditions()).toEqual([undefined, undefined])
})

test('remembers no answer that a redirect led to', async () => {
  answer = (request, response) =>
    request.url === '/prices'
      ? response.writeHead(302, { location: '/elsewhere' }).end()
      : response.writeHead(200, { etag: '"v1"' }).end('x')
  await send(page)
  await send(page)
  expect(conditions()).toEqual([undefined, undefined, undefined, undefined])
})

test('shows no mark in another conversation, nor for another question, nor when asked to work it out again', async () => {
  await send(page)
  await send(page, { conversation: conversationId.parse('conversation2') })
  await send({ ...page, headers: { accept: 'text/csv' } })
  await send(page, { isRefresh: true })
  expect(conditions()).toEqual([undefined, undefined, undefined, undefined])
})
