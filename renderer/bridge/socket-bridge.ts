import type { Reply, RequestEnvelope } from '../../shared/ipc/contract.ts'
import { socketFrame, type SocketFrame, type SocketRequest } from '../../shared/ipc/socket-frames.ts'
import type { Connection, PageBridge } from './host-bridge.ts'

/**
 * The contract over a WebSocket. Requests made while the line is down wait for it for `patienceMs`; those under way
 * when it breaks are answered with `HOST_UNREACHABLE`, because whether they were carried out is not known.
 */
export function openSocketBridge(url: string, patienceMs = 15_000): PageBridge {
  const waiting = new Map<string, Waiting>()
  const pushListeners = new Set<(envelope: unknown) => void>()
  const connectionListeners = new Set<(connection: Connection) => void>()
  let connection: Connection = 'connecting'
  let socket: WebSocket | undefined
  let failures = 0
  let lastId = 0

  function connect(): void {
    const opened = new WebSocket(url)
    socket = opened
    opened.addEventListener('open', () => {
      failures = 0
      change('connected')
      for (const [id, entry] of waiting) send(id, entry)
    })
    opened.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data))
    opened.addEventListener('close', () => {
      change('lost')
      for (const [id, entry] of waiting) if (entry.isSent) settle(id, unreachable)
      failures += 1
      setTimeout(connect, backoffMs(failures))
    })
  }

  function change(next: Connection): void {
    if (next === connection) return
    connection = next
    for (const listener of connectionListeners) listener(next)
  }

  function send(id: string, entry: Waiting): void {
    if (entry.isSent || socket?.readyState !== WebSocket.OPEN) return
    entry.isSent = true
    socket.send(JSON.stringify({ kind: 'request', id, envelope: entry.envelope } satisfies SocketRequest))
  }

  function receive(data: unknown): void {
    const frame = parseFrame(data)
    if (frame === undefined) return
    if (frame.kind === 'reply') settle(frame.id, frame.reply)
    else for (const listener of pushListeners) listener(frame.envelope)
  }

  function settle(id: string, reply: unknown): void {
    const entry = waiting.get(id)
    if (entry === undefined) return
    waiting.delete(id)
    clearTimeout(entry.timer)
    entry.resolve(reply)
  }

  connect()
  return {
    request(envelope) {
      const id = String(++lastId)
      return new Promise((resolve) => {
        // Only an unsent request gives up: an answer may rightly take minutes.
        const timer = setTimeout(() => {
          if (entry.isSent) return
          // Whoever asked gave up; the connection that comes after all must make the page ask again.
          change('lost')
          settle(id, unreachable)
        }, patienceMs)
        const entry: Waiting = { envelope, resolve, timer, isSent: false }
        waiting.set(id, entry)
        send(id, entry)
      })
    },
    onPush(listener) {
      pushListeners.add(listener)
      return () => pushListeners.delete(listener)
    },
    connection: () => connection,
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
  }
}

type Waiting = {
  readonly envelope: RequestEnvelope
  readonly resolve: (reply: unknown) => void
  readonly timer: ReturnType<typeof setTimeout>
  isSent: boolean
}

const unreachable: Reply<never> = {
  ok: false,
  error: {
    code: 'HOST_UNREACHABLE',
    message: 'The connection to Bedrock Analyst was lost.',
    retryable: true,
    hint: 'Check that the app is still running on this machine. This page reconnects by itself.',
  },
}

/** 0.25 s doubling to 5 s: quick after a restart of the app, calm when it stays away. */
export function backoffMs(failures: number): number {
  return Math.min(5000, 250 * 2 ** (failures - 1))
}

function parseFrame(data: unknown): SocketFrame | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return socketFrame.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}
