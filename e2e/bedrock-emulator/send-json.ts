import { randomUUID } from 'node:crypto'

import type { Exchange } from './exchange.ts'
import type { ServiceError } from './service-error.ts'

/** Answers with JSON and the headers the service sets on every answer. */
export async function sendJson(
  exchange: Exchange,
  body: unknown,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(body))
  exchange.begin(status, {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    'x-amzn-requestid': randomUUID(),
    ...headers,
  })
  await exchange.end(bytes)
}

/** Answers with a refusal: the status, the error's name in `x-amzn-errortype`, the message as the body. */
export async function sendServiceError(exchange: Exchange, error: ServiceError): Promise<void> {
  const { name, message, status, retryAfterSeconds } = error
  const headers = {
    'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/com.amazon.bedrock/`,
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  }
  await sendJson(exchange, { message, ...modelFailure(error) }, { status, headers })
}

/** What a failure of the model itself tells besides, from the SDK's service model. */
function modelFailure({ name, message }: ServiceError): object {
  if (name === 'ModelErrorException') return { originalStatusCode: 500, resourceName: 'model' }
  if (name === 'ModelStreamErrorException') return { originalStatusCode: 500, originalMessage: message }
  return {}
}
