import type { HttpHandler } from '@smithy/core/protocols'
import type { HttpRequest, HttpResponse } from '@smithy/core/transport'
import { exchange, type Exchange } from './exchange.ts'
import { openSession, type KeptSession, type SessionTimes } from './kept-session.ts'

/** How an AWS client reaches its endpoint: over connections that are kept and shared, however many answers stream. */
export type KeptConnections = HttpHandler & {
  /** Opens a connection to where this request would go, or has the open one proven. Rejects as a request would. */
  open(request: HttpRequest): Promise<void>
  /** Whether a request would find an open connection. */
  isOpen(): boolean
  /** Answers under way go on to their end; a later request opens a new connection. */
  close(): void
}

const patience: SessionTimes = {
  connectWithinMs: 10_000,
  answerWithinMs: 10_000,
  pingEveryMs: 30_000,
  closeAfterMs: 600_000,
}

/**
 * The SDK's own HTTP/2 handler opens a connection for every event stream, which costs a handshake before each first
 * word (`NodeHttp2Handler` of @smithy/node-http-handler 4.14: `isEventStream` always gets an isolated session).
 *
 * A request goes out on the first connection with room. It is sent a second time, on a new one, only when nobody can
 * have seen it: the connection was dead before, or the other side says it did not look (RFC 9113, section 8.7).
 */
export function keepConnections(times: Partial<SessionTimes> = {}): KeptConnections {
  const limits = { ...patience, ...times }
  const sessions = new Map<string, KeptSession[]>()

  /** Of one origin. What stands no more is closed, so that streams left on it may end. */
  function standing(origin: string): KeptSession[] {
    const all = sessions.get(origin) ?? []
    const kept = all.filter((session) => session.isStanding())
    for (const session of all) if (!kept.includes(session)) session.close()
    sessions.set(origin, kept)
    return kept
  }

  function withRoom(origin: string): KeptSession | undefined {
    return standing(origin).find((session) => session.hasRoom())
  }

  function openFor(origin: string): KeptSession {
    const session = openSession(origin, limits)
    standing(origin).push(session)
    return session
  }

  return {
    metadata: { handlerProtocol: 'h2' },
    async handle(request, options = {}) {
      const origin = originOf(request)
      const kept = withRoom(origin)
      if (kept === undefined) return settle(await exchange(openFor(origin), request, options))
      const outcome = await exchange(kept, request, options)
      if (outcome.kind !== 'unseen') return settle(outcome)
      kept.close()
      return settle(await exchange(withRoom(origin) ?? openFor(origin), request, options))
    },
    open(request) {
      const origin = originOf(request)
      return (standing(origin)[0] ?? openFor(origin)).prove()
    },
    isOpen: () => [...sessions.keys()].some((origin) => standing(origin).length > 0),
    close() {
      for (const session of [...sessions.values()].flat()) session.close()
      sessions.clear()
    },
    destroy() {
      this.close()
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

function settle(outcome: Exchange): { response: HttpResponse } {
  if (outcome.kind === 'answered') return { response: outcome.response }
  throw outcome.error
}

function originOf({ protocol, hostname, port }: HttpRequest): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`
}
