import type { IncomingMessage, ServerResponse } from 'node:http'
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2'
import type { Readable, Writable } from 'node:stream'

/**
 * One request and its answer, the same over both protocols. `write` and `end` resolve once the bytes have left this
 * process, and reject once the client is gone; `gone` fires when the exchange is over, however it ended.
 */
export interface Exchange {
  readonly protocol: 'h2' | 'http/1.1'
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly gone: AbortSignal
  /** Whether the whole answer has left this process. */
  isComplete(): boolean
  readBody(): Promise<Buffer>
  begin(status: number, headers: Readonly<Record<string, string>>): void
  write(bytes: Buffer): Promise<void>
  end(bytes?: Buffer): Promise<void>
  /** Destroys the whole connection under the answer. */
  cutConnection(): void
  /** Breaks off this answer only: RST_STREAM over HTTP/2; over HTTP/1.1 there is only the connection to break. */
  resetStream(): void
}

export function http1Exchange(request: IncomingMessage, response: ServerResponse): Exchange {
  return exchange(request, response, {
    protocol: 'http/1.1',
    method: request.method ?? '',
    path: request.url ?? '/',
    headers: plainHeaders(request.headers),
    begin: (status, headers) => {
      response.writeHead(status, headers)
      response.flushHeaders()
    },
    cutConnection: () => request.socket.destroy(),
    resetStream: () => request.socket.destroy(),
  })
}

export function http2Exchange(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Exchange {
  return exchange(stream, stream, {
    protocol: 'h2',
    method: headers[':method'] ?? '',
    path: headers[':path'] ?? '/',
    headers: plainHeaders(headers),
    begin: (status, answerHeaders) => stream.respond({ ':status': status, ...answerHeaders }),
    cutConnection: () => stream.session?.destroy(),
    // `close` would end the answer properly first; only a failing destroy sends RST_STREAM alone.
    resetStream: () => stream.destroy(new Error('Reset on demand.')),
  })
}

interface ProtocolParts extends Pick<
  Exchange,
  'protocol' | 'method' | 'headers' | 'begin' | 'cutConnection' | 'resetStream'
> {
  readonly path: string
}

function exchange(source: Readable, sink: Writable, { path, ...parts }: ProtocolParts): Exchange {
  const over = new AbortController()
  let complete = false
  const leave = (): void => over.abort(new Error('The client is gone.'))
  sink.once('close', leave)
  // A client that leaves early may show as an error too, which is fatal where nobody listens.
  sink.on('error', leave)
  const settle = (start: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      if (over.signal.aborted) return reject(over.signal.reason)
      const onGone = (): void => reject(over.signal.reason)
      over.signal.addEventListener('abort', onGone, { once: true })
      start((error) => {
        over.signal.removeEventListener('abort', onGone)
        if (error) reject(error)
        else resolve()
      })
    })
  return {
    ...parts,
    // A request target that is no path belongs to no operation, and must not throw here.
    url: URL.parse(`http://emulator${path}`) ?? new URL('http://emulator/'),
    gone: over.signal,
    isComplete: () => complete,
    readBody: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of source) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    write: (bytes) => settle((done) => sink.write(bytes, done)),
    end: (bytes) =>
      settle((done) => {
        const onEnd = (): void => {
          complete = true
          done()
        }
        if (bytes === undefined) sink.end(onEnd)
        else sink.end(bytes, onEnd)
      }),
  }
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(':')) continue
    plain[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}
