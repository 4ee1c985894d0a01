import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect, createServer as createTcpServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createDownloads, type Downloads } from './downloads.ts'
import { createSessionTokens, type SessionTokens } from './session-token.ts'
import { startWebServer, type WebServer } from './start-web-server.ts'

let folder: string
let server: WebServer
let tokens: SessionTokens
let downloads: Downloads
let socketsOpened: number
let apiRequests: (readonly [path: string | undefined, refusal: string | null])[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ba-web-'))
  await mkdir(path.join(folder, 'page'))
  await writeFile(path.join(folder, 'page', 'index.html'), '<title>page</title>')
  await writeFile(path.join(folder, 'secret.json'), '{}')
  tokens = createSessionTokens()
  downloads = createDownloads()
  socketsOpened = 0
  apiRequests = []
  server = await startWebServer({
    port: 0,
    root: path.join(folder, 'page'),
    tokens,
    downloads,
    api: async (request, response, refusal) => {
      apiRequests.push([request.url, refusal])
      response.end()
    },
    onSocket: () => void socketsOpened++,
    onSignIn: () => {},
    onError: () => {},
  })
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

type Answer = { readonly status: number; readonly headers: string; readonly body: string }

/** A request with exactly these header lines: `fetch` would not let a test choose Host, Origin or Cookie. */
function ask(target: string, headers: readonly string[] = [], host = `127.0.0.1:${server.port}`): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...body] = text.split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), headers: head.toLowerCase(), body: body.join('\r\n\r\n') })
    })
    socket.write([`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n'))
  })
}

function signInCookie(): string {
  const session = tokens.redeem(tokens.current())!
  return `Cookie: bedrock-analyst-${server.port}=${session}`
}

function openSocket(headers: Record<string, string>): Promise<'open' | 'refused'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers })
    socket.on('open', () => {
      socket.close()
      resolve('open')
    })
    socket.on('error', () => resolve('refused'))
  })
}

describe('startWebServer', () => {
  it('lets a link in once, and never again', async () => {
    const token = tokens.current()
    const first = await ask(`/?token=${token}`)
    expect(first.status).toBe(303)
    expect(first.headers).toContain('httponly; samesite=strict')
    expect((await ask(`/?token=${token}`)).status).toBe(403)
  })

  it('refuses a wrong token and a missing one', async () => {
    expect((await ask('/?token=wrong')).status).toBe(403)
    expect((await ask('/')).status).toBe(401)
    expect((await ask('/', ['Cookie: bedrock-analyst=guess'])).status).toBe(401)
  })

  it('serves the page to a session, with a policy that lets nothing in from elsewhere', async () => {
    const answer = await ask('/', [signInCookie()])
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<title>page</title>') })
    expect(answer.headers).toContain("default-src 'none'")
    expect(answer.headers).toContain("connect-src 'self'")
  })

  it.each(['evil.example', '127.0.0.1', `127.0.0.1:1`, '169.254.169.254', '[::1]', ''])(
    'refuses the Host %j',
    async (host) => {
      expect((await ask('/', [signInCookie()], host)).status).toBeGreaterThanOrEqual(400)
    },
  )

  it('refuses a foreign Origin', async () => {
    const cookie = signInCookie()
    expect((await ask('/', [cookie, 'Origin: https://evil.example'])).status).toBe(403)
    expect((await ask('/', [cookie, `Origin: http://127.0.0.1:${server.port}`])).status).toBe(200)
  })

  it.each(['/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '//secret.json', '/index.html%00.json'])(
    'serves nothing outside the page: %s',
    async (target) => {
      expect((await ask(target, [signInCookie()])).status).toBe(404)
    },
  )

  it('opens a socket only for a session and from its own origin', async () => {
    const cookie = signInCookie().slice('Cookie: '.length)
    const origin = `http://127.0.0.1:${server.port}`
    expect(await openSocket({ cookie, origin })).toBe('open')
    expect(await openSocket({ origin })).toBe('refused')
    expect(await openSocket({ cookie, origin: 'https://evil.example' })).toBe('refused')
    expect(await openSocket({ cookie })).toBe('refused')
    expect(socketsOpened).toBe(1)
  })

  it('hands everything under /v1 to the API with why its sender is refused, and nothing else', async () => {
    for (const target of ['/v1', '/v1/runs?stream=false', '/v1?x', '/v10', '/%76%31', '/v1/../index.html'])
      await ask(target, [signInCookie()])
    await ask('/v1/runs', [], 'evil.example')
    await ask('/v1/runs', ['Origin: https://evil.example'])
    expect(apiRequests).toEqual([
      ['/v1', null],
      ['/v1/runs?stream=false', null],
      ['/v1?x', null],
      ['/v1/../index.html', null],
      ['/v1/runs', 'This address is not served here.'],
      ['/v1/runs', 'Requests from other sites are refused.'],
    ])
  })

  it('hands an offered file over once', async () => {
    const file = path.join(folder, 'table.csv')
    await writeFile(file, 'a,b\n1,2\n')
    const cookie = signInCookie()
    const url = downloads.offer({ file, name: 'Umsätze.csv' })
    const first = await ask(url, [cookie])
    expect(first).toMatchObject({ status: 200, body: expect.stringContaining('1,2') })
    expect(first.headers).toContain("filename*=utf-8''ums%c3%a4tze.csv")
    expect((await ask(url, [cookie])).status).toBe(404)
  })

  it('listens on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    if (outside === undefined) return console.log('Skipped: this machine has no address but loopback.')
    await expect(connected(outside.address, server.port)).resolves.toBe(false)
  })

  it('says which port is taken', async () => {
    const holder = createTcpServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as { port: number }
    const options = { root: folder, tokens, downloads, api: async () => {}, onSocket() {}, onSignIn() {}, onError() {} }
    await expect(startWebServer({ ...options, port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: `Port ${port} is already in use.`,
    })
    holder.close()
  })
})

function connected(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (result: boolean) => {
      socket.destroy()
      resolve(result)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}
