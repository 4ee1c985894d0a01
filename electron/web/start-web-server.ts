import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import type { ApiHandler } from './api/handle-api-request.ts'
import { refuseRequest } from './check-request.ts'
import type { Downloads } from './downloads.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'
import { signInPage } from './sign-in-page.ts'
import { securityHeaders } from './security-headers.ts'
import { cookieName, sessionCookie } from './session-cookie.ts'
import type { SessionTokens } from './session-token.ts'
import { readStaticFile } from './static-files.ts'

export type WebServerOptions = {
  /** 0 takes any free one. */
  readonly port: number
  /** The built page. */
  readonly root: string
  readonly tokens: SessionTokens
  readonly downloads: Downloads
  /** Everything under `/v1`. */
  readonly api: ApiHandler
  /** A page with a valid session opened its socket. */
  readonly onSocket: (socket: WebSocket) => void
  /** A link was used; the next one is different. */
  readonly onSignIn: () => void
  readonly onError: (error: unknown) => void
}

export type WebServer = { readonly port: number; close(): Promise<void> }

/** Largest message a page may send: an attachment of 50 MB in base64. */
const maxMessageBytes = 72_000_000

/** Serves the page, its socket and the HTTP API on 127.0.0.1 and nowhere else. `PORT_IN_USE` when the port is taken. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer((request, response) => {
    respond(request, response, portOf(server), options).catch((error: unknown) => {
      options.onError(error)
      response.destroy()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, portOf(server), sockets, options))
  await listenOnLoopback(server, options.port)
  return {
    port: portOf(server),
    async close() {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  options: WebServerOptions,
): Promise<void> {
  const { host, origin, cookie } = request.headers
  const refusal = refuseRequest({ host, origin, isUpgrade: false }, port)
  if (/^\/v1([/?]|$)/.test(request.url ?? '')) return options.api(request, response, refusal)
  if (refusal !== null) return send(response, 403, 'text/plain; charset=utf-8', refusal)
  if (request.method !== 'GET') return send(response, 405, 'text/plain; charset=utf-8', 'Only GET is answered here.')

  // Not `new URL(path, base)`: a path that begins with `//` would be read as another host.
  const url = new URL(`http://${host}${request.url}`)
  const token = url.searchParams.get('token')
  if (token !== null) return signIn(token, response, port, options)
  if (!options.tokens.isSession(sessionCookie(cookie, port)))
    return send(
      response,
      401,
      'text/html; charset=utf-8',
      signInPage('This page opens with the link printed in the terminal.'),
    )

  const download = options.downloads.take(url.pathname)
  if (download !== undefined) return sendDownload(response, download.file, download.name)
  const file = await readStaticFile(options.root, url.pathname)
  if (file === null) return send(response, 404, 'text/plain; charset=utf-8', 'Nothing here.')
  send(response, 200, file.type, file.body)
}

function signIn(token: string, response: ServerResponse, port: number, { tokens, onSignIn }: WebServerOptions): void {
  const session = tokens.redeem(token)
  if (session === null)
    return send(
      response,
      403,
      'text/html; charset=utf-8',
      signInPage('This link is wrong or was already used. Each works once: take the newest from the terminal.'),
    )
  onSignIn()
  // Not `Secure`: loopback has no TLS. Strict and HttpOnly keep it from other sites and from scripts.
  response.setHeader('set-cookie', `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`)
  response.writeHead(303, { ...securityHeaders, location: '/' }).end()
}

function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  port: number,
  sockets: WebSocketServer,
  { tokens, onSocket }: WebServerOptions,
): void {
  const { host, origin, cookie } = request.headers
  const isAllowed =
    request.url === '/socket' &&
    refuseRequest({ host, origin, isUpgrade: true }, port) === null &&
    tokens.isSession(sessionCookie(cookie, port))
  if (!isAllowed) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    return
  }
  sockets.handleUpgrade(request, socket, head, onSocket)
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': type }).end(body)
}

async function sendDownload(response: ServerResponse, file: string, name: string): Promise<void> {
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
  await pipeline(createReadStream(file), response)
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
