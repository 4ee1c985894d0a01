import { canonicalJson } from '../../../shared/canonical-json.ts'
import type { ConversationId } from '../../../shared/ids.ts'
import type { GuardedResponse } from '../../sandbox/guarded-fetch.ts'

export type HttpRequest = {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
}

/** `storedAt` is epoch milliseconds, `tookMs` how long the whole body took. */
export type RememberedResponse = {
  readonly response: GuardedResponse
  readonly storedAt: number
  readonly tookMs: number
}

export type RememberedResponses = {
  /** For an equal request of the same conversation. */
  find(request: HttpRequest, conversationId: ConversationId): RememberedResponse | undefined
  /** Takes only what may be asked about again; forgets what it had of an equal request. */
  remember(request: HttpRequest, conversationId: ConversationId, remembered: RememberedResponse): void
}

/**
 * Responses whose server gave a mark to ask with whether they have changed. A mark can name the one it was given to, so
 * none is sent from another conversation. What was fetched with a secret is not remembered.
 */
export function createRememberedResponses(maxBytes = 20_000_000): RememberedResponses {
  const kept = new Map<string, RememberedResponse>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= kept.get(key)?.response.body.length ?? 0
    kept.delete(key)
  }

  return {
    find: (request, conversationId) => kept.get(keyOf(request, conversationId)),
    remember(request, conversationId, remembered) {
      const key = keyOf(request, conversationId)
      drop(key)
      if (!mayBeRemembered(request, remembered.response)) return
      kept.set(key, remembered)
      bytes += remembered.response.body.length
      while (bytes > maxBytes || kept.size > maxResponses) drop(kept.keys().next().value!)
    },
  }
}

const maxResponses = 200

function keyOf({ method, url, headers = {}, body }: HttpRequest, conversationId: ConversationId): string {
  return canonicalJson([conversationId, method, new URL(url).href, headers, body ?? null])
}

/** Its own conditions and ranges ask for something else than the whole. */
const excludingHeader = /^(authorization|cookie|range|if-.*)$/i

function mayBeRemembered({ method, url, headers = {}, body }: HttpRequest, response: GuardedResponse): boolean {
  return (
    method === 'GET' &&
    body === undefined &&
    !Object.keys(headers).some((name) => excludingHeader.test(name)) &&
    response.status === 200 &&
    // After a redirect the mark is another address's.
    response.finalUrl === withoutFragment(new URL(url).href) &&
    !/\bno-store\b/i.test(response.headers['cache-control'] ?? '') &&
    (response.headers['etag'] ?? response.headers['last-modified']) !== undefined
  )
}

function withoutFragment(href: string): string {
  return href.split('#', 1)[0]!
}
