import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../../../shared/errors.ts'
import type { SignedIn } from '../../app/api-sessions.ts'
import { securityHeaders } from '../security-headers.ts'
import type { SessionTokens } from '../session-token.ts'
import { checkInput } from './check-input.ts'
import { findRoute } from './find-route.ts'
import { describeApi } from './open-api.ts'
import { readJsonBody } from './read-json-body.ts'
import { answer, refuse, send, statusOf, type Answer, type ApiReply } from './reply.ts'
import type { ApiApp } from './route.ts'
import { routes } from './routes.ts'
import { createRunLogs, type RunLogs } from './run-logs.ts'
import { sendRunEvents } from './send-run-events.ts'
import { signInProgram } from './sign-in-program.ts'

export type ApiOptions = {
  readonly app: ApiApp
  readonly tokens: SessionTokens
  /** The token of the printed link was used; the next one is different. */
  readonly onSignIn: () => void
}

/** Answers one request under `/v1`. `refusal` says why its sender is none that is answered here, or is null. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse, refusal: string | null) => Promise<void>

/** Proxies and clients give up on a silent connection after 30 s or more. */
const heartbeatMs = 15_000

/** The HTTP API. Rejects only for what is a fault of this program; every other outcome is an answer. */
export function createApiHandler(options: ApiOptions): ApiHandler {
  const { app } = options
  const logs = createRunLogs((error) => app.log.write('error', 'A run could not be followed', error))

  return async (request, response, refusal) => {
    if (refusal !== null) return send(response, refuse(403, new AppError('UNAUTHORIZED', refusal)))
    const url = new URL(`http://api${request.url}`)
    const open = answerOpenly(request.method, url.pathname, app)
    if (open !== undefined) return send(response, open)
    const session = signInProgram(request.headers, { ...options, sessions: app.apiSessions })
    if (session === undefined) return send(response, signedOut())
    const reply = await answerProgram(request, url, { app, logs, session }).catch((error: unknown) =>
      explain(error, app),
    )
    if (session.ended.aborted) return send(response, signedOut())
    if (reply.kind !== 'events') return send(response, reply)
    response.writeHead(200, { ...securityHeaders, ...streamHeaders, ...reply.headers })
    return sendRunEvents(response, reply.stream, { signal: session.ended, heartbeatMs })
  }
}

/** `X-Accel-Buffering` keeps a proxy from saving events up. */
const streamHeaders = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }

/** What anybody on this machine may read: it says how to ask, and nothing of what is kept. */
function answerOpenly(method: string | undefined, path: string, app: ApiApp): Answer | undefined {
  const name = path.replace(/(.)\/$/, '$1')
  if (name !== '/v1' && name !== '/v1/openapi.json') return undefined
  if (method !== 'GET') return wrongMethod(['GET'])
  return answer(name === '/v1' ? { openapi: '/v1/openapi.json' } : describeApi(routes, app.info().version))
}

type Asked = { readonly app: ApiApp; readonly logs: RunLogs; readonly session: SignedIn }

async function answerProgram(request: IncomingMessage, url: URL, asked: Asked): Promise<ApiReply> {
  const found = findRoute(routes, request.method ?? '', url.pathname)
  if (found.kind === 'unknown')
    return refuse(404, new AppError('NOT_FOUND', 'There is nothing at this path.', seeDocument))
  if (found.kind === 'other-method') return wrongMethod(found.allowed)
  const { route } = found
  const params = checkInput(route.params, found.params, 'path')
  const query = checkInput(route.query, joinedQuery(url.searchParams), 'query')
  const { accept = '', 'last-event-id': lastEventId } = request.headers
  const call = { ...asked, params, query, accept, lastEventId: lastEventId?.toString() }
  if (route.body === null) return route.handle({ ...call, body: undefined })
  const body = await readJsonBody(request)
  if (body.kind === 'refused') return body.reply
  return route.handle({ ...call, body: checkInput(route.body, body.value, 'body') })
}

/** `a=1&a=2` is `a=1,2`, for lists. */
function joinedQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]))
}

function explain(error: unknown, { log }: ApiApp): ApiReply {
  const known = error instanceof AppError ? error : undefined
  if (known === undefined || known.code === 'INTERNAL') log.write('error', 'A request of the HTTP API failed', error)
  const told = known ?? new AppError('INTERNAL', 'Something went wrong inside the app.', { hint: 'Its log says more.' })
  return refuse(statusOf(told), told)
}

const seeDocument = { hint: 'GET /v1/openapi.json lists every path.' }

function wrongMethod(allowed: readonly string[]): Answer {
  const allow = allowed.join(', ')
  return refuse(405, new AppError('INVALID_REQUEST', `This path takes ${allow} only.`, seeDocument), { allow })
}

function signedOut(): Answer {
  const error = new AppError('UNAUTHORIZED', 'This request has no valid token.', {
    hint: 'Send Authorization: Bearer TOKEN with the token of the newest link in the terminal, or with the one you signed in with.',
  })
  return refuse(401, error, { 'www-authenticate': 'Bearer' })
}
