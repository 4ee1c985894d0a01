import {
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
  type Settings,
} from 'node:http2'
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** An HTTP/2 server behind a line that can go dead. */
export type H2Server = {
  readonly port: number
  /** How many connections have been made. */
  connections(): number
  /** Of every connection, those of the service's side that are open. */
  sessions(): readonly ServerHttp2Session[]
  /** How many requests have arrived. */
  requests(): number
  /** From now on nothing passes on the connections there are, and nobody is told. New ones are whole. */
  freeze(): void
  /** Breaks every connection. */
  cut(): void
  close(): Promise<void>
}

export type OnStream = (stream: ServerHttp2Stream, path: string) => void

export async function startH2Server(onStream: OnStream, settings: Settings = {}): Promise<H2Server> {
  const sessions = new Set<ServerHttp2Session>()
  let requests = 0
  const http2 = createServer({ settings })
  http2.on('session', (session) => {
    sessions.add(session)
    session.on('error', () => undefined)
    session.once('close', () => sessions.delete(session))
  })
  http2.on('stream', (stream, headers) => {
    requests++
    stream.on('error', () => undefined)
    onStream(stream, headers[':path'] ?? '')
  })
  const line = startLine(await listen(http2))
  const port = await listen(line.server)
  return {
    port,
    connections: () => line.count(),
    sessions: () => [...sessions],
    requests: () => requests,
    freeze: () => line.freeze(),
    cut: () => line.cut(),
    async close() {
      line.cut()
      for (const session of sessions) session.destroy()
      await Promise.all([stop(line.server), stop(http2)])
    },
  }
}

function startLine(target: number) {
  const pairs = new Set<readonly [Socket, Socket]>()
  let count = 0
  const server = createTcpServer((inner) => {
    count++
    const outer = connect(target, '127.0.0.1')
    const pair = [inner, outer] as const
    pairs.add(pair)
    inner.pipe(outer).pipe(inner)
    for (const socket of pair) {
      socket.on('error', () => undefined)
      socket.once('close', () => {
        pairs.delete(pair)
        inner.destroy()
        outer.destroy()
      })
    }
  })
  return {
    server,
    count: () => count,
    freeze() {
      for (const [inner, outer] of pairs) {
        inner.unpipe(outer).pause()
        outer.unpipe(inner).pause()
      }
    },
    cut() {
      for (const [inner, outer] of pairs) {
        inner.destroy()
        outer.destroy()
      }
    },
  }
}

function listen(server: Server | Http2Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function stop(server: Server | Http2Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
