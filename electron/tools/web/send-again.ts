import type { GuardedResponse } from '../../sandbox/guarded-fetch.ts'
import type { ToolAnswer, ToolContext } from '../tool.ts'
import type { HttpRequest, RememberedResponse, RememberedResponses } from './remembered-responses.ts'

const maxBytes = 2_000_000

export type SentAgain = { readonly response: GuardedResponse; readonly reused: ToolAnswer['remembered'] }

/**
 * Sends a request; one that was sent before asks whether the answer has changed, and is given the earlier one when it
 * has not (RFC 9110, 13.1 and 15.4.5). It is always sent: it tells the server something even when nothing has changed.
 * The conditions only repeat what that server itself gave for this address.
 */
export async function sendAgain(
  request: HttpRequest,
  context: ToolContext,
  remembered: RememberedResponses,
): Promise<SentAgain> {
  const { method, url, headers, body } = request
  const { conversationId, signal, isRefresh } = context
  const known = isRefresh ? undefined : remembered.find(request, conversationId)
  const startedAt = performance.now()
  const response = await context.fetch(url, {
    method,
    signal,
    maxBytes,
    ...(headers === undefined && known === undefined ? {} : { headers: { ...headers, ...conditions(known) } }),
    ...(body === undefined ? {} : { body }),
  })
  const tookMs = performance.now() - startedAt
  // Another address, to which a redirect leads now, says nothing of what came from the first.
  if (known !== undefined && response.status === 304 && response.finalUrl === known.response.finalUrl) {
    const savedMs = Math.max(0, known.tookMs - tookMs)
    return { response: known.response, reused: { storedAt: known.storedAt, savedMs } }
  }
  remembered.remember(request, conversationId, { response, storedAt: context.now().getTime(), tookMs })
  return { response, reused: undefined }
}

function conditions(known: RememberedResponse | undefined): Record<string, string> {
  const { etag, 'last-modified': lastModified } = known?.response.headers ?? {}
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}
