import type { ServerResponse } from 'node:http'
import { toWireError, type AppError, type ErrorCode, type WireError } from '../../../shared/errors.ts'
import { securityHeaders } from '../security-headers.ts'
import type { RunStream } from './send-run-events.ts'

type Headers = Readonly<Record<string, string>>

export type Answer = {
  readonly kind: 'json'
  readonly status: number
  readonly body: unknown
  readonly headers?: Headers
}

/** What a route answers. */
export type ApiReply =
  | Answer
  /** 204: there is nothing more to read. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'events'; readonly stream: RunStream; readonly headers?: Headers }

/** What every refusal holds. */
export type ErrorBody = { readonly error: Omit<WireError, 'retryable'> }

export function answer(body: unknown, headers: Headers = {}): Answer {
  return { kind: 'json', status: 200, body, headers }
}

/** An error as this API tells it: the app's own code, a sentence and what to do next. */
export function refuse(status: number, error: AppError, headers: Headers = {}): Answer {
  const { code, message, hint } = toWireError(error)
  const body: ErrorBody = { error: { code, message, ...(hint === undefined ? {} : { hint }) } }
  return { kind: 'json', status, body, headers }
}

const statusByCode: Partial<Readonly<Record<ErrorCode, number>>> = {
  INVALID_REQUEST: 400,
  AGENT_UNKNOWN: 400,
  MODEL_NOT_FOUND: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  RUN_ALREADY_ACTIVE: 409,
  CONSENT_NOT_OPEN: 409,
  DISK_FULL: 507,
}

/** The status of an error that a part of the app threw. Only what the caller can mend is below 500. */
export function statusOf({ code }: AppError): number {
  return statusByCode[code] ?? 500
}

/** Writes an answer that is not a stream. */
export function send(response: ServerResponse, reply: Exclude<ApiReply, { kind: 'events' }>): void {
  if (reply.kind === 'nothing') {
    response.writeHead(204, securityHeaders).end()
    return
  }
  const type = { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(reply.status, { ...securityHeaders, ...type, ...reply.headers }).end(JSON.stringify(reply.body))
}
