import type { Exchange } from './exchange.ts'
import { sendServiceError } from './send-json.ts'
import { ServiceError } from './service-error.ts'

/** Whether a request only opens a connection ahead of its use: it calls no operation, is not captured, meets no fault. */
export function isProbe({ method, url }: Exchange): boolean {
  return (method === 'GET' && url.pathname === '/ping') || (method === 'HEAD' && url.pathname === '/')
}

/** `GET /ping` is healthy; `HEAD /` without credentials is refused at once, which opens a connection just as well. */
export async function serveProbe(exchange: Exchange): Promise<void> {
  if (exchange.method === 'HEAD') {
    return sendServiceError(exchange, new ServiceError('MissingAuthenticationTokenException'))
  }
  exchange.begin(200, { 'content-type': 'text/plain' })
  await exchange.end(Buffer.from('healthy'))
}
