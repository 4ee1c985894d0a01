import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with the next `POST /chat/completions`, piece by piece. */
export type ChatStep =
  /** One event, as JSON. */
  | { readonly chunk: unknown }
  /** Bytes as they stand. */
  | { readonly raw: string | Uint8Array }
  /** Nothing more, but the connection stays. */
  | { readonly stall: true }
  /** The socket is destroyed. */
  | { readonly cut: true }

export type ChatServer = {
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  /** Bodies of the chat requests, in order. */
  readonly requests: readonly unknown[]
  /** How many chat connections the client has closed before the answer was whole. */
  readonly brokenOff: number
  answer(steps: readonly ChatStep[]): void
  refuse(status: number, body: string): void
  redirect(location: string): void
  setModels(body: string): void
  /** Capabilities by model, as Ollama's `/api/show` tells them; a model not in here is unknown. */
  setAbilities(abilities: Readonly<Record<string, readonly string[]>>): void
  close(): Promise<void>
}

/** A server of the OpenAI chat wire format on a real socket, which says exactly what a test scripts. */
export async function startChatServer(): Promise<ChatServer> {
  const requests: unknown[] = []
  let brokenOff = 0
  let next: (response: ServerResponse) => void = (response) => send(response, [])
  let models = JSON.stringify({ object: 'list', data: [] })
  let abilities: Readonly<Record<string, readonly string[]>> = {}

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    switch (request.url) {
      case '/v1/models':
        response.end(models)
        return
      case '/api/show': {
        const capabilities = abilities[(body as { model: string }).model]
        response.statusCode = capabilities === undefined ? 404 : 200
        response.end(JSON.stringify({ capabilities }))
        return
      }
      case '/v1/chat/completions':
        requests.push(body)
        response.on('close', () => {
          if (!response.writableEnded) brokenOff += 1
        })
        next(response)
        return
      default:
        response.statusCode = 404
        response.end('404 page not found')
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  const port = await listen(server)

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    get brokenOff() {
      return brokenOff
    },
    answer(steps) {
      next = (response) => send(response, steps)
    },
    refuse(status, body) {
      next = (response) => {
        response.statusCode = status
        response.end(body)
      }
    },
    redirect(location) {
      next = (response) => {
        response.writeHead(307, { location }).end()
      }
    },
    setModels(body) {
      models = body
    },
    setAbilities(given) {
      abilities = given
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

function send(response: ServerResponse, steps: readonly ChatStep[]): void {
  if (!response.headersSent) response.setHeader('content-type', 'text/event-stream')
  response.flushHeaders()
  const [step, ...rest] = steps
  if (step === undefined) response.end()
  else if ('cut' in step) response.destroy()
  else if ('chunk' in step || 'raw' in step) {
    // Each piece leaves before the next is written, so that the client meets the cuts the test made.
    response.write('chunk' in step ? `data: ${JSON.stringify(step.chunk)}\n\n` : step.raw, () => {
      setImmediate(() => send(response, rest))
    })
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  return text === '' ? undefined : JSON.parse(text)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
