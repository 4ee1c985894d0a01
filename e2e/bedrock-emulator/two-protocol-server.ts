import { createServer as createHttp1Server } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

import { http1Exchange, http2Exchange } from './exchange.ts'
import type { Exchange } from './exchange.ts'

export interface TwoProtocolServer {
  readonly port: number
  /** Drops every connection and frees the port. */
  close(): Promise<void>
}

export interface ServerEvents {
  readonly onExchange: (exchange: Exchange) => void
  /** Called for each new TCP connection; says for how many milliseconds nothing on it is read. */
  readonly onConnection: () => number
}

const http2Preface = 'PRI'

/**
 * HTTP/1.1 and HTTP/2 with prior knowledge on one loopback port. The AWS SDK speaks the second to `http://` addresses,
 * other clients the first, and nothing but the first three bytes tells them apart. Rejects when the port is taken.
 */
export async function startTwoProtocolServer(
  port: number,
  { onExchange, onConnection }: ServerEvents,
): Promise<TwoProtocolServer> {
  const http1 = createHttp1Server({ requestTimeout: 0, keepAliveTimeout: 0 }, (request, response) =>
    onExchange(http1Exchange(request, response)),
  )
  const http2 = createHttp2Server()
  http2.on('stream', (stream, headers) => onExchange(http2Exchange(stream, headers)))
  // A session the client breaks off is its own affair; its streams report it to their exchanges.
  http2.on('sessionError', () => undefined)

  const sockets = new Set<Socket>()
  const tcp = createTcpServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const handOver = (): void =>
      readFirstBytes(socket, http2Preface.length, (first) => {
        const server = first.toString('latin1').startsWith(http2Preface) ? http2 : http1
        server.emit('connection', socket)
      })
    const delayMs = onConnection()
    if (delayMs === 0) return handOver()
    const timer = setTimeout(handOver, delayMs)
    socket.once('close', () => clearTimeout(timer))
  })
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject)
    tcp.listen(port, '127.0.0.1', resolve)
  })

  return {
    port: (tcp.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        tcp.close((error) => (error ? reject(error) : resolve()))
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Calls back with at least `count` bytes, which are put back for whoever reads the socket next. */
function readFirstBytes(socket: Socket, count: number, then: (bytes: Buffer) => void): void {
  let seen = Buffer.alloc(0)
  const onReadable = (): void => {
    for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null) {
      seen = Buffer.concat([seen, chunk])
    }
    if (seen.length < count) return
    socket.off('readable', onReadable)
    socket.unshift(seen)
    then(seen)
  }
  socket.on('readable', onReadable)
}
