import { validateHeaderName, validateHeaderValue } from 'node:http'
import { AppError } from '../../shared/errors.ts'

export type RequestHeaders = Readonly<Record<string, string>>

/** What decides where a request goes or where it ends. A caller that sets one could smuggle a second request. */
const ownHeaders = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'accept-encoding',
])

/** Says nothing of who asks or what about, so another site may have it too. */
const harmlessHeaders = new Set(['accept', 'accept-language', 'user-agent'])

/**
 * The caller's headers with lower-case names. Throws `INVALID_REQUEST` for those only the connector may set, and for
 * what is no header: a line break in a value would start a header of its own.
 */
export function checkRequestHeaders(headers: RequestHeaders = {}): RequestHeaders {
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (ownHeaders.has(lower) || lower.startsWith('proxy-')) {
      throw new AppError('INVALID_REQUEST', `The header ${name} is set by the app.`, {
        hint: 'Leave it out and send the request again.',
      })
    }
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    } catch (cause) {
      throw new AppError('INVALID_REQUEST', `${JSON.stringify(name)} is not a header that can be sent.`, {
        hint: 'Use plain letters in names and no line breaks in values.',
        cause,
      })
    }
    checked[lower] = value
  }
  return checked
}

/** What may follow a redirect to another site: nothing that could hold a secret meant for the first. */
export function headersForOtherOrigin(headers: RequestHeaders): RequestHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmlessHeaders.has(name)))
}

/** For a request whose body was dropped on the way. */
export function headersWithoutBody(headers: RequestHeaders): RequestHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')))
}
