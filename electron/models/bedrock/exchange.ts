import { constants, type ClientHttp2Stream, type IncomingHttpHeaders, type IncomingHttpStatusHeader } from 'node:http2'
import { buildQueryString, type HttpHandler } from '@smithy/core/protocols'
import type { HttpRequest, HttpResponse } from '@smithy/core/transport'
import { lostConnection, type KeptSession, type SentRequest } from './kept-session.ts'

export type Exchange =
  | { readonly kind: 'answered'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly error: Error }
  /** Nobody has looked at the request: it may be sent as if for the first time. */
  | { readonly kind: 'unseen'; readonly error: Error }

/**
 * Sends one request over a connection. Settles once the head of the answer has come; the body is the stream itself,
 * which ends quietly when the connection does. Aborting frees this stream and leaves the connection's others alone.
 */
export function exchange(
  session: KeptSession,
  request: HttpRequest,
  { abortSignal }: NonNullable<Parameters<HttpHandler['handle']>[1]>,
): Promise<Exchange> {
  if (abortSignal?.aborted === true) return Promise.resolve({ kind: 'failed', error: aborted() })
  const sent = trySend(session, request)
  if (sent instanceof Error) return Promise.resolve({ kind: 'unseen', error: sent })
  const { stream } = sent
  return new Promise((resolve) => {
    let failure: Error | undefined
    const onAbort = (): void => stream.close(constants.NGHTTP2_CANCEL)
    if (abortSignal instanceof AbortSignal) {
      abortSignal.addEventListener('abort', onAbort, { once: true })
      stream.once('close', () => abortSignal.removeEventListener('abort', onAbort))
    }
    stream.on('error', (error) => (failure = causeOf(error)))
    stream.once('response', (headers) => resolve({ kind: 'answered', response: answerOf(headers, stream) }))
    // Of no effect once the head has come.
    stream.once('close', () => {
      if (abortSignal?.aborted === true) resolve({ kind: 'failed', error: aborted() })
      else resolve({ kind: sent.isUnseen() ? 'unseen' : 'failed', error: failure ?? lostConnection() })
    })
    stream.end(request.body)
  })
}

/** A connection may go between being chosen and being used. */
function trySend(session: KeptSession, request: HttpRequest): SentRequest | Error {
  try {
    return session.request({
      ...request.headers,
      [constants.HTTP2_HEADER_METHOD]: request.method,
      [constants.HTTP2_HEADER_PATH]: pathOf(request),
    })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function pathOf({ path, query }: HttpRequest): string {
  const search = buildQueryString(query)
  return search === '' ? path : `${path}?${search}`
}

/** A request still waiting for its connection is told of a cancelled stream; why it was is what counts. */
function causeOf(error: Error): Error {
  return 'code' in error && error.code === 'ERR_HTTP2_STREAM_CANCEL' && error.cause instanceof Error
    ? error.cause
    : error
}

type AnswerHeaders = IncomingHttpHeaders & IncomingHttpStatusHeader

function answerOf(headers: AnswerHeaders, stream: ClientHttp2Stream): HttpResponse {
  const plain = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value])
  return { statusCode: headers[':status'] ?? -1, headers: Object.fromEntries(plain), body: stream }
}

function aborted(): Error {
  return Object.assign(new Error('The request was aborted.'), { name: 'AbortError' })
}
