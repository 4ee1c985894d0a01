import type { IncomingMessage } from 'node:http'
import { AppError } from '../../shared/errors.ts'
import { checkRequestUrl } from './check-request-url.ts'
import { headersForOtherOrigin, headersWithoutBody } from './request-headers.ts'
import type { OutgoingRequest } from './send-request.ts'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The request a redirect asks for, by the Fetch standard's rules, or null when the response is the answer. Throws
 * `ADDRESS_NOT_ALLOWED`. Where it leads is checked again before it is sent.
 */
export function nextRequest(
  sent: OutgoingRequest,
  response: Pick<IncomingMessage, 'statusCode' | 'headers'>,
): OutgoingRequest | null {
  const status = response.statusCode ?? 0
  const location = response.headers.location
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  const url = checkRequestUrl(location, sent.url)
  const turnsToGet =
    (status === 303 && sent.method !== 'HEAD') || ((status === 301 || status === 302) && sent.method === 'POST')
  const isOtherOrigin = url.origin !== sent.url.origin
  // The person allowed this change, and the body sent with it, for the first site only.
  if (isOtherOrigin && !turnsToGet && !readingMethods.has(sent.method)) {
    throw new AppError('ADDRESS_NOT_ALLOWED', `${sent.url.host} wants the ${sent.method} repeated at ${url.host}.`, {
      hint: `If that is right, send the request to ${url.origin} directly.`,
    })
  }
  const headers = isOtherOrigin ? headersForOtherOrigin(sent.headers) : sent.headers
  return turnsToGet
    ? { url, method: 'GET', headers: headersWithoutBody(headers), body: undefined }
    : { url, method: sent.method, headers, body: sent.body }
}
