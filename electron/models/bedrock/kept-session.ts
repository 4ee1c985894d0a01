import {
  connect,
  constants,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type OutgoingHttpHeaders,
} from 'node:http2'

/** One HTTP/2 connection. It keeps the process from ending only while something waits for an answer on it. */
export type KeptSession = {
  /** Neither closed nor silent for longer than it may be. One that does not stand never will again. */
  isStanding(): boolean
  /** Whether the other side lets one more stream be opened. */
  hasRoom(): boolean
  /** Throws when the connection has gone. */
  request(headers: OutgoingHttpHeaders): SentRequest
  /** Resolves once the other side has answered a PING; rejects when the connection fails or does not answer in time. */
  prove(): Promise<void>
  /** Takes no more requests, and closes once those under way have ended. */
  close(): void
}

export type SentRequest = {
  readonly stream: ClientHttp2Stream
  /**
   * Of a request that got no answer: whether nobody can have looked at it. So it is when the other side says so, and
   * when the connection went though it had stood before the request and answered no PING sent with it.
   */
  isUnseen(): boolean
}

export type SessionTimes = {
  /** For TCP and TLS together. */
  readonly connectWithinMs: number
  /** For the answer to a PING. On a slow line a part of an upload is ahead of it. */
  readonly answerWithinMs: number
  /** How often an open connection is asked whether it still stands, so that a silent loss is noticed. */
  readonly pingEveryMs: number
  /** A connection without requests is closed after this long. */
  readonly closeAfterMs: number
}

export function openSession(origin: string, times: SessionTimes): KeptSession {
  const session = connect(origin)
  let waiting = 0
  let hasConnected = false
  let heardAt = Date.now()
  let usedAt = heardAt
  session.unref()
  // Its streams tell the same to whoever waits for them.
  session.on('error', () => undefined)
  session.once('connect', () => {
    hasConnected = true
    heardAt = Date.now()
  })
  const connecting = setTimeout(() => hasConnected || session.destroy(overdue()), times.connectWithinMs).unref()
  const watching = setInterval(watch, times.pingEveryMs).unref()
  session.once('close', () => {
    clearTimeout(connecting)
    clearInterval(watching)
  })

  function watch(): void {
    if (waiting === 0 && Date.now() - usedAt >= times.closeAfterMs) session.close()
    else if (hasConnected) ask(() => undefined)
  }

  function ask(onAnswer: () => void): void {
    if (session.destroyed) return
    const deadline = setTimeout(() => session.destroy(overdue()), times.answerWithinMs).unref()
    const isAsked = session.ping((failure) => {
      clearTimeout(deadline)
      if (failure !== null) return
      heardAt = Date.now()
      onAnswer()
    })
    // Enough questions are open already.
    if (!isAsked) clearTimeout(deadline)
  }

  function hold(): () => void {
    if (waiting++ === 0) session.ref()
    return () => {
      usedAt = Date.now()
      if (--waiting === 0 && !session.destroyed) session.unref()
    }
  }

  return {
    isStanding() {
      // Longer without a sign than the pings allow: the computer slept, and the connection may have gone meanwhile.
      const isStale = hasConnected && Date.now() - heardAt > 2 * times.pingEveryMs + times.answerWithinMs
      return !session.closed && !session.destroyed && !isStale
    },
    hasRoom: () => waiting < streamLimit(session),
    request(headers) {
      const stream = session.request(headers)
      stream.once('close', hold())
      let isProven = !hasConnected
      if (hasConnected) ask(() => (isProven = true))
      const isRefused = (): boolean => stream.rstCode === constants.NGHTTP2_REFUSED_STREAM
      return { stream, isUnseen: () => isRefused() || (session.destroyed && !isProven) }
    },
    prove() {
      return new Promise((resolve, reject) => {
        const release = hold()
        const settle = (failure?: Error): void => {
          session.off('close', onClose)
          session.off('error', settle)
          release()
          if (failure === undefined) resolve()
          else reject(failure)
        }
        const onClose = (): void => settle(lostConnection())
        session.once('close', onClose)
        session.once('error', settle)
        if (hasConnected) ask(settle)
        else session.once('connect', () => ask(settle))
      })
    },
    close: () => session.close(),
  }
}

/** The code says that the network is to blame. */
export function lostConnection(): Error {
  return Object.assign(new Error('The connection was closed before an answer came.'), { code: 'ECONNRESET' })
}

function overdue(): Error {
  return Object.assign(new Error('The other side did not answer in time.'), { code: 'ETIMEDOUT' })
}

/** What the other side allows at once; it says so with its first words. */
function streamLimit(session: ClientHttp2Session): number {
  return (session.connecting ? undefined : session.remoteSettings.maxConcurrentStreams) ?? Infinity
}
