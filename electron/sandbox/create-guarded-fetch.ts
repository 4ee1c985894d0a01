import { lookup as lookupName } from 'node:dns/promises'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { AppError } from '../../shared/errors.ts'
import { checkRequestUrl } from './check-request-url.ts'
import type { GuardedFetch, GuardedFetchOptions, GuardedResponse } from './guarded-fetch.ts'
import { readCappedBody } from './read-capped-body.ts'
import { nextRequest } from './next-request.ts'
import { checkRequestHeaders } from './request-headers.ts'
import { resolvePublicAddresses, type Lookup } from './resolve-public-addresses.ts'
import { sendRequest, type Dial, type OutgoingRequest } from './send-request.ts'

export type GuardedFetchParts = {
  readonly lookup?: Lookup
  readonly dial?: Dial
  /** For the whole exchange, redirects and body included. */
  readonly timeoutMs?: number
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Makes the connector every tool's request goes through. No option of it opens an address that is not public: a test
 * that wants a local server brings a resolver that names a public address and a dialer that leads elsewhere.
 */
export function createGuardedFetch(parts: GuardedFetchParts = {}): GuardedFetch {
  const { lookup = systemLookup, dial = dialAddress, timeoutMs = 60_000 } = parts
  return async (url, options) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = AbortSignal.any([options.signal, timeout])
    const first = firstRequest(url, options)
    try {
      return await follow(first, { options, lookup, dial, signal })
    } catch (error) {
      if (error instanceof AppError) throw error
      if (options.signal.aborted) throw new AppError('CANCELLED', 'The request was stopped.')
      throw unreachable(first.url, timeout.aborted ? `did not finish within ${timeoutMs / 1000} seconds` : null, error)
    }
  }
}

function firstRequest(url: string, options: GuardedFetchOptions): OutgoingRequest {
  const method = options.method.toUpperCase()
  if (!methods.has(method)) {
    throw new AppError('INVALID_REQUEST', `The method ${options.method} is not allowed.`, {
      hint: `Use one of ${[...methods].join(', ')}.`,
    })
  }
  return {
    url: checkRequestUrl(url),
    method,
    headers: checkRequestHeaders(options.headers),
    body: method === 'GET' || method === 'HEAD' ? undefined : options.body,
  }
}

async function follow(
  first: OutgoingRequest,
  route: {
    readonly options: GuardedFetchOptions
    readonly lookup: Lookup
    readonly dial: Dial
    readonly signal: AbortSignal
  },
): Promise<GuardedResponse> {
  const { options, lookup, dial, signal } = route
  let outgoing = first
  for (let redirects = 0; redirects <= (options.maxRedirects ?? 5); redirects += 1) {
    const addresses = await orAborted(resolvePublicAddresses(outgoing.url, lookup), signal)
    const response = await sendRequest(outgoing, { addresses, dial, signal })
    const next = nextRequest(outgoing, response)
    if (next === null) return readResponse(outgoing, response, options.maxBytes)
    response.destroy()
    outgoing = next
  }
  throw unreachable(first.url, 'redirected too many times')
}

async function readResponse(
  outgoing: OutgoingRequest,
  response: IncomingMessage,
  maxBytes: number,
): Promise<GuardedResponse> {
  const status = response.statusCode ?? 0
  const hasBody = outgoing.method !== 'HEAD' && status !== 204 && status !== 304
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    finalUrl: outgoing.url.href,
    ...(await readCappedBody(response, { maxBytes, hasBody })),
  }
}

/** A look-up cannot be stopped, only left behind. */
async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  const listening = new AbortController()
  try {
    return await Promise.race([
      work,
      once(signal, 'abort', { signal: listening.signal }).then(() => {
        throw signal.reason
      }),
    ])
  } finally {
    listening.abort()
  }
}

const systemLookup: Lookup = async (hostname) =>
  (await lookupName(hostname, { all: true, order: 'ipv4first' })).map(({ address }) => address)

/** Leaves time for the next address when one does not answer. */
const connectTimeoutMs = 10_000

const dialAddress: Dial = async (address, port, signal) => {
  const socket = connect({ host: address, port })
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, AbortSignal.timeout(connectTimeoutMs)]) })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function unreachable(url: URL, what: string | null, cause?: unknown): AppError {
  return new AppError('HOST_UNREACHABLE', `${url.host} ${what ?? 'could not be reached or broke off its answer'}.`, {
    hint: 'Check the address and the network connection, or try again later.',
    retryable: true,
    cause,
  })
}
