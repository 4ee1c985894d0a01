import { request, type IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RequestHeaders } from './request-headers.ts'

/** Opens a TCP connection to an address, never to a name. Resolves once connected; abort destroys it. */
export type Dial = (address: string, port: number, signal: AbortSignal) => Promise<Socket>

export type OutgoingRequest = {
  readonly url: URL
  readonly method: string
  readonly headers: RequestHeaders
  readonly body: string | undefined
}

/**
 * Sends one request over a connection to one of `addresses`, the first that answers, and resolves with the response's
 * head. The name is used for TLS, its certificate and the `Host` header only. The caller reads or destroys the body.
 */
export async function sendRequest(
  outgoing: OutgoingRequest,
  connection: { readonly addresses: readonly string[]; readonly dial: Dial; readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  const { url, body } = outgoing
  const socket = await dialFirst(url, connection)
  const stream = url.protocol === 'https:' ? secure(socket, url) : socket
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => stream,
      method: outgoing.method,
      path: `${url.pathname}${url.search}`,
      headers: {
        ...outgoing.headers,
        host: url.host,
        'accept-encoding': 'gzip, deflate, br, zstd',
        connection: 'close',
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      signal: connection.signal,
    })
    sent.once('response', resolve).once('error', (error) => {
      socket.destroy()
      reject(error)
    })
    sent.end(body)
  })
}

async function dialFirst(
  url: URL,
  { addresses, dial, signal }: { addresses: readonly string[]; dial: Dial; signal: AbortSignal },
): Promise<Socket> {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  const failures: unknown[] = []
  for (const address of addresses) {
    try {
      return await dial(address, port, signal)
    } catch (error) {
      signal.throwIfAborted()
      failures.push(error)
    }
  }
  throw new AggregateError(failures, `no address of ${url.host} answers`)
}

function secure(socket: Socket, url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return connectTls({
    socket,
    host,
    // An address has no name to announce; its certificate is checked against `host`.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    rejectUnauthorized: true,
  })
}
